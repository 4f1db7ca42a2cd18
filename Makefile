# « make help » dit ce que chaque commande fait. Compte et adresse se choisissent ainsi :
# make demo N=200 ; make preview ADDRESS=127.0.0.1:8001 ; make site PYTHON=python3.12
.POSIX:
.PHONY: site test preview demo bench audit torture advisories properdocs format lock clean help

# UTF-8 whatever the locale says.
RUN = PYTHONUTF8=1

site: ## vérifie les fiches et construit le site dans site/ (la commande par défaut)
	@sh scripts/environment.sh site
	@$(RUN) .venv/bin/mkdocs build --quiet --strict
	@echo 'Le site est prêt : ouvrez site/index.html, ou lancez « make preview ».'

test: ## installe ce qu’il faut aux tests, navigateur compris, et les lance
	@sh scripts/environment.sh dev
	@sh scripts/browser.sh
	@.venv/bin/ruff format --quiet --check .
	@.venv/bin/ruff check --quiet .
	@.venv/bin/mypy --no-error-summary
	@$(RUN) .venv/bin/python -m pytest -n 2 --dist worksteal

preview: ## montre le site pendant que vous écrivez, brouillons compris
	@sh scripts/environment.sh site
	@echo 'Aperçu : ouvrez dans votre navigateur l’adresse qui suit « Serving on ».'
	@echo 'Enregistrez un fichier, la page se recharge. Ctrl + C pour arrêter.'
	@$(RUN) FP_PREVIEW=1 .venv/bin/mkdocs serve --livereload --dev-addr "$${ADDRESS:-127.0.0.1:8000}"

demo: ## construit un site avec N fiches fictives de plus (2000) dans build/demo-site/
	@sh scripts/environment.sh site
	@rm -rf build/demo-cases
	@$(RUN) .venv/bin/python -m fp_build.generator --records "$${N:-2000}" build/demo-cases
	@cp -R cases/[!_]* build/demo-cases/
	@$(RUN) FP_CASES_DIR=build/demo-cases .venv/bin/mkdocs build --site-dir build/demo-site
	@echo 'Le site de démonstration est prêt : ouvrez build/demo-site/index.html.'

bench: ## mesure le site et la vérification sur N fiches fictives (500), à côté de Hugo
	@sh scripts/environment.sh site
	@$(RUN) .venv/bin/python -m bench --records "$${N:-500}" $(BENCH)

audit: ## toutes les sortes de pages dans un navigateur, de toutes les façons, puis Lighthouse (une demi-heure et plus)
	@sh scripts/environment.sh dev
	@sh scripts/browser.sh
	@sh scripts/checkers.sh
	@$(RUN) sh scripts/audit.sh

torture: ## pannes, avalanches et fichiers hostiles (une dizaine de minutes)
	@sh scripts/environment.sh dev
	@sh scripts/browser.sh
	@$(RUN) .venv/bin/python -m pytest -n 2 -m torture

advisories: ## cherche les failles connues des versions verrouillées (il faut le réseau)
	@sh scripts/environment.sh site
	@$(RUN) sh scripts/advisories.sh

properdocs: ## construit le même site avec ProperDocs et compare
	@sh scripts/environment.sh dev
	@sh scripts/same_site.sh

format: ## met le code en forme
	@sh scripts/environment.sh dev
	@.venv/bin/ruff check --quiet --fix . || true
	@.venv/bin/ruff format .

lock: ## renouvelle les versions verrouillées dans requirements/
	@sh scripts/environment.sh site
	@.venv/bin/python -m pip install -qq --disable-pip-version-check --only-binary :all: --require-hashes -r requirements/lock.txt
	@sh scripts/lock.sh

clean: ## efface ce qui a été construit (mais garde .venv/)
	@rm -rf site build .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +

help: ## affiche cette aide
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 20
