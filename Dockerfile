# base -> build -> lambda | server: one build, two doors. `make image` builds both; docs/deploying.md says how to run them.
# Two builds of one commit have equal layers where SOURCE_DATE_EPOCH (or podman's --timestamp) is the commit's time.
# By its tag, which Dependabot reads; `make pin` writes its digest beside it.
FROM docker.io/library/python:3.13-slim-trixie AS base

FROM base AS build
ARG SOURCE_DATE_EPOCH
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
RUN python -m venv /opt/venv
COPY deploy/image.lock deploy/without_symbols.py ./
# Wheels alone, each held to its hash; then no installer is left, of botocore only the services that are called, of SQLAlchemy only
# the databases that are spoken to, and nothing that only tests, compilers or debuggers read. The server has the same without what
# runs on Lambda; it calls S3, for backups.
RUN /opt/venv/bin/pip install --quiet --require-hashes --only-binary :all: --no-compile -r image.lock \
 && find /opt/venv/lib/python3*/site-packages/botocore/data -mindepth 1 -maxdepth 1 -type d \
      ! -name s3 ! -name ssm ! -name secretsmanager ! -name lambda ! -name codedeploy ! -name sts -exec rm -r {} + \
 && rm -r /opt/venv/lib/python3*/site-packages/sqlalchemy/testing /opt/venv/lib/python3*/site-packages/alembic/testing \
 && for other in mssql mysql oracle; do rm -r /opt/venv/lib/python3*/site-packages/sqlalchemy/dialects/$other; done \
 && find /opt/venv/lib -type f \( -name '*.pyx' -o -name '*.pxd' -o -name '*.pyi' \) -delete \
 && find /opt/venv/lib -type d -name tests -prune -exec rm -r {} + \
 && /opt/venv/bin/python without_symbols.py /opt/venv \
 && cp -a /opt/venv /opt/server \
 && /opt/server/bin/python -m pip uninstall --quiet --yes awslambdaric mangum simplejson snapshot-restore-py pip \
 && /opt/venv/bin/python -m pip uninstall --quiet --yes pip \
 && rm image.lock without_symbols.py \
 && /opt/venv/bin/python -m compileall -q --invalidation-mode unchecked-hash /opt/venv \
 && /opt/server/bin/python -m compileall -q --invalidation-mode unchecked-hash -s /opt/server -p /opt/venv /opt/server
COPY main.py settings.py trail.py ./
COPY app app
COPY languages languages
COPY budget budget
COPY words words
COPY storage storage
COPY bot bot
COPY web web
# Files that were checked out under a strict umask would be root's alone.
RUN chmod -R u=rwX,go=rX . && /opt/venv/bin/python -m compileall -q --invalidation-mode unchecked-hash .

FROM base AS runtime
ARG SOURCE_DATE_EPOCH
# The genuine base image comes without the standard library's bytecode: on a read-only root each start would compile it anew.
RUN groupadd --gid 10001 app \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app \
 && install -d -o app -g app -m 700 /data /backups \
 && python -m compileall -q --invalidation-mode unchecked-hash -x '/(test|idlelib|ensurepip|lib2to3|tkinter|turtledemo|site-packages|dist-packages)/' \
      "$(python -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')"
ENV PATH=/opt/venv/bin:/usr/local/bin:/usr/bin:/bin PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
# Whoever builds adds the label org.opencontainers.image.revision: podman's cache would not see it change, be it an argument or --label.
LABEL org.opencontainers.image.title="budgetbot" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.description="Text what you spend to a Telegram bot, and see what is left"

# Lambda runs it as a user of its own and ignores USER; SAM's local tools can't start an image that sets one.
FROM runtime AS lambda
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
ENTRYPOINT ["python", "-m", "awslambdaric"]
CMD ["main.handler"]

FROM runtime AS server
COPY --from=build /opt/server /opt/venv
COPY --from=build /app /app
ENV HOST=0.0.0.0 DATABASE_URL=sqlite:////data/budget.db STATE_DIR=/data
USER 10001:10001
VOLUME /data /backups
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["python", "-c", "import http.client, os; c = http.client.HTTPConnection('127.0.0.1', int(os.environ.get('PORT') or 8000), timeout=4); c.request('GET', '/livez'); raise SystemExit(c.getresponse().status != 200)"]
ENTRYPOINT ["python", "main.py"]
CMD ["run"]
