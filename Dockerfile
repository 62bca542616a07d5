# Gangyao: the command line, the flows, a worker. `docker build -t gangyao .`, then
# `docker run --rm -v "$PWD/seeds:/data/seeds:ro" -v gangyao:/data gangyao build`; compose.yaml runs all of it.
FROM python:3.11-slim-bookworm AS build
WORKDIR /opt/gangyao
COPY requirements/run.txt requirements/run.txt
RUN python -m venv .venv \
    && .venv/bin/python -m pip install -q --no-cache-dir --no-deps --require-hashes -r requirements/run.txt
COPY . .
# A plain install: what runs is in the environment, with the lexicon and prefect.yaml.
RUN .venv/bin/python -m pip install -q --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --create-home gangyao && install -d -o gangyao -g gangyao /data
COPY --from=build /opt/gangyao/.venv /opt/gangyao/.venv
USER 10001
# seeds/ and output/ are looked for here; one volume holds output and what is kept beside it.
WORKDIR /data
ENV PATH=/opt/gangyao/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    GANGYAO_LOG=json
VOLUME /data
HEALTHCHECK --interval=5m --timeout=30s CMD ["gangyao", "status"]
ENTRYPOINT ["gangyao"]
CMD ["build"]
