"""The built sites are shared: the first worker that asks for one builds it."""

from whole_site import sites as sites
