"""Pictures in the sizes of pages: light, upright, and without what cameras add."""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any, Final

import pytest
from in_memory import picture, whole_png
from PIL import Image, ImageCms
from publishing.editions import editions_of, record

from fp_build.doors import enlarger
from fp_build.doors.cache import Cache
from fp_build.doors.darkroom import Darkroom, Developed, Made
from fp_build.doors.enlarger import Damaged

LIMIT: Final = 24_000_000
MEDIUM: Final = "media: [{id: plan, file: plan.png, alt: Un plan, credit: Nous}]"


@pytest.fixture
def room(tmp_path: Path) -> Darkroom:
    return Darkroom(Cache(tmp_path / "cache"), LIMIT)


def files_of(made: Made, folder: Path) -> Iterator[tuple[str, Image.Image, bytes]]:
    room = Darkroom(Cache(folder / "cache"), LIMIT)
    for file, data in room.files(Developed({}, (made,), [])):
        image = Image.open(io.BytesIO(data))
        image.load()
        yield file, image, data


def saved(image: Image.Image, form: str, **how: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def test_a_picture_is_made_in_every_size(room: Darkroom, tmp_path: Path) -> None:
    made = room.make(picture("JPEG", 2000, 1500))
    assert (made.sizes.width, made.sizes.height) == (2000, 1500)
    found = {file: image for file, image, _ in files_of(made, tmp_path)}
    assert {file for _, file in made.sizes.files} | {made.sizes.preview} == set(found)
    assert [found[file].size for _, file in made.sizes.files] == [
        (480, 360), (960, 720), (1600, 1200),
    ]  # fmt: skip
    assert [found[file].format for _, file in made.sizes.files] == ["WEBP"] * 3
    preview = found[made.sizes.preview]
    assert (preview.size, preview.format) == ((1200, 630), "JPEG")
    assert (made.sizes.preview_width, made.sizes.preview_height) == preview.size


def test_a_small_picture_is_not_made_larger(room: Darkroom, tmp_path: Path) -> None:
    made = room.make(picture("PNG", 48, 20))
    assert [image.size for _, image, _ in files_of(made, tmp_path)] == [(48, 20)]
    assert made.sizes.preview == "" and made.sizes.preview_picture("x") is None


def test_a_picture_is_made_upright_and_tells_nothing_else(room: Darkroom, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned to the right
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    image = Image.new("RGB", (1000, 700), "white")
    image.paste("black", (0, 0, 1000, 350))  # the upper half
    made = room.make(saved(image, "JPEG", exif=exif, comment=b"by somebody"))
    assert (made.sizes.width, made.sizes.height) == (700, 1000)
    for _, shown, data in files_of(made, tmp_path):
        assert not shown.getexif() and b"Exif" not in data and b"Camera" not in data
        assert b"somebody" not in data and "icc_profile" not in shown.info
        left, right = shown.getpixel((5, 200)), shown.getpixel((shown.width - 5, 200))
        assert min(left) > 200 and max(right) < 60  # type: ignore[type-var, arg-type]


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    data = picture("JPEG", 1300, 900)
    rooms = [Darkroom(Cache(tmp_path / name / "cache"), LIMIT) for name in "ab"]
    one, two = (
        [content for *_, content in files_of(room.make(data), tmp_path / name)]
        for name, room in zip("ab", rooms, strict=True)
    )
    assert one == two and len(one) == 4


def test_what_was_made_is_not_made_again(
    room: Darkroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = picture("JPEG", 700, 500)
    first = room.make(data)
    monkeypatch.setattr(Image, "open", None)
    again = Darkroom(Cache(tmp_path / "cache"), LIMIT)
    assert again.make(data) == first
    with pytest.raises(Damaged):
        again.make(picture("JPEG", 701, 500))


def test_what_the_cache_has_lost_is_made_again(room: Darkroom, tmp_path: Path) -> None:
    data = picture("JPEG", 700, 500)
    made = room.make(data)
    for path in (tmp_path / "cache").glob("*/*"):
        path.write_bytes(path.read_bytes()[:-1])
    assert Darkroom(Cache(tmp_path / "cache"), LIMIT).make(data) == made
    assert len(list(files_of(made, tmp_path))) == len(made.sizes.files) + 1


def test_without_a_cache_pictures_are_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    room = Darkroom(Cache(tmp_path / "file"), LIMIT)
    made = room.make(picture("JPEG", 700, 500))
    assert len(list(room.files(Developed({}, (made,), [])))) == 3


def test_a_transparent_drawing_stays_so(room: Darkroom, tmp_path: Path) -> None:
    image = Image.new("RGBA", (900, 600), (0, 0, 0, 0))
    image.paste((200, 0, 0, 255), (100, 100, 300, 300))
    made = room.make(saved(image, "PNG"))
    *sizes, (_, preview, _) = files_of(made, tmp_path)  # the one for links is the last
    for _, shown, _ in sizes:
        assert shown.mode == "RGBA" and shown.getpixel((2, 2))[3] == 0  # type: ignore[index]
    assert preview.mode == "RGB" and preview.getpixel((2, 2)) == (255, 255, 255)


def test_a_drawing_of_few_colours_stays_exact(room: Darkroom, tmp_path: Path) -> None:
    image = Image.new("P", (400, 300), 0)
    image.putpalette([255, 255, 255, 14, 65, 82])
    image.paste(1, (50, 50, 350, 60))
    ((_, shown, _),) = files_of(room.make(saved(image, "PNG")), tmp_path)
    assert shown.convert("RGB").getcolors() == image.convert("RGB").getcolors()


@pytest.mark.parametrize(
    "data",
    [
        saved(Image.new("I;16", (60, 40), 40_000), "PNG"),
        saved(Image.new("CMYK", (60, 40), (0, 255, 255, 0)), "JPEG"),
        saved(Image.new("1", (60, 40), 1), "PNG"),
        saved(Image.new("LA", (60, 40), (90, 120)), "PNG"),
        saved(Image.new("RGB", (60, 40), "red"), "PNG", transparency=(0, 0, 0)),
        saved(Image.new("RGB", (60, 40), "red"), "WEBP", lossless=True),
        saved(
            Image.new("RGB", (60, 40), "red"),
            "JPEG",
            icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        ),
        saved(Image.new("RGB", (60, 40), "red"), "PNG", icc_profile=b"no profile at all"),
    ],
    ids=["16 bits", "CMYK", "1 bit", "LA", "transparency", "WebP", "profile", "bad profile"],
)
def test_pictures_of_every_mode_are_made(room: Darkroom, tmp_path: Path, data: bytes) -> None:
    ((_, shown, _),) = files_of(room.make(data), tmp_path)
    assert shown.size == (60, 40) and shown.mode in ("RGB", "RGBA")


# What is no picture


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x" * 100,
        b"GIF89a" + bytes(30),
        whole_png(40, 30, b"not compressed"),
        whole_png(40, 30, zlib.compress(b"too few")),
        picture("JPEG", 400, 300)[:-200],
        picture("WEBP", 400, 300)[:60],
        whole_png(60_000, 60_000, zlib.compress(bytes(100))),
    ],
    ids=["empty", "text", "GIF", "garbage", "short", "JPEG", "WebP", "bomb"],
)
def test_what_is_no_picture_is_damaged(room: Darkroom, data: bytes) -> None:
    with pytest.raises(Damaged):
        room.make(data)


def test_a_picture_above_the_limit_is_not_unfolded(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="more pixels"):
        Darkroom(Cache(tmp_path), 100).make(picture("PNG", 11, 10))
    Darkroom(Cache(tmp_path), 110).make(picture("PNG", 11, 10))


def developed(room: Darkroom, data: bytes, *lines: str) -> Developed:
    files = {"essai/index.fr.md": record(*lines or (MEDIUM,)), "essai/plan.png": data}
    return room.develop(editions_of(files)["fr"].catalogue.records.values())


def test_the_pictures_of_a_catalogue_are_made(room: Darkroom) -> None:
    found = developed(room, picture("PNG", 700, 500))
    sizes = found.pictures["essai", "plan.png"]
    published = [file for file, _ in room.files(found)]
    assert sorted(published) == sorted([*(file for _, file in sizes.files), sizes.preview])
    assert found.findings == []


def test_the_same_picture_is_made_once(room: Darkroom, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def counted(data: bytes, pixels: int) -> enlarger.Enlarged:
        made.append(data)
        return enlarge(data, pixels)

    enlarge = enlarger.enlarge
    monkeypatch.setattr(enlarger, "enlarge", counted)
    data = picture("PNG", 700, 500)
    media = MEDIUM.replace("]", ", {id: vue, file: vue.png, alt: Une vue, credit: Nous}]")
    files = {
        "un/index.fr.md": record(media), "un/plan.png": data, "un/vue.png": data,
        "deux/index.fr.md": record(MEDIUM), "deux/plan.png": data,
    }  # fmt: skip
    records = editions_of(files)["fr"].catalogue.records.values()
    found = room.develop(records)
    assert set(found.pictures) == {("un", "plan.png"), ("un", "vue.png"), ("deux", "plan.png")}
    assert len(set(found.pictures.values())) == len(found.made) == len(made) == 1
    assert room.develop(records) == found and len(made) == 1


def test_a_large_photograph_is_read_no_larger_than_it_is_shown(room: Darkroom) -> None:
    made = room.make(picture("JPEG", 6000, 3990))
    assert (made.sizes.width, made.sizes.height) == (6000, 3990)
    exif = Image.Exif()
    exif[0x0112] = 6
    image = Image.new("RGB", (5000, 3000), "red")
    turned = room.make(saved(image, "JPEG", exif=exif)).sizes
    assert (turned.width, turned.height) == (3000, 5000)
    assert (turned.preview_width, turned.preview_height) == (1200, 630)


def test_a_damaged_picture_is_told_at_its_place(room: Darkroom) -> None:
    found = developed(room, whole_png(40, 30, b"not compressed"))
    assert found.pictures == {} and found.made == ()
    (finding,) = found.findings
    assert finding.rule.id == "picture-damaged"
    assert (finding.place.path, finding.place.line) == ("cases/essai/index.fr.md", 5)
    assert "plan.png" in finding.message("fr") and "plan.png" in finding.message("en")


def test_a_doubt_counts_however_many_pictures_are_read_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second begins before the first is done, and ends after it."""
    second_began, first_done = Event(), Event()

    def read(source: object, image: Image.Image, weight: int) -> None:
        if image.width == 40:
            assert second_began.wait(60)
        else:
            second_began.set()
            assert first_done.wait(60)
            warnings.warn("a doubt", stacklevel=1)

    monkeypatch.setattr(enlarger._Source, "_read", read)
    with warnings.catch_warnings(), ThreadPoolExecutor(2) as threads:
        warnings.simplefilter("ignore")  # as outside of tests
        before = list(warnings.filters)
        first = threads.submit(enlarger._Source, picture("PNG", 40, 30), LIMIT)
        second = threads.submit(enlarger._Source, picture("PNG", 50, 30), LIMIT)
        assert first.exception(60) is None
        first_done.set()
        assert isinstance(second.exception(60), Damaged)
        assert warnings.filters == before
