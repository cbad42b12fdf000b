# The bot in a container: built in one stage, run in another without build tools, as a user without rights.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-fund --no-audit
COPY . .
RUN npm run build && npm prune --omit=dev --no-fund --no-audit

FROM node:22-slim
# Memory that is free again goes back to the system: see docs/decisions/acknowledgement.md.
ENV NODE_ENV=production DATA_DIR=/data MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=32768
WORKDIR /app
COPY --from=build --chown=root:root /app/package.json /app/manifest.yml ./
COPY --from=build --chown=root:root /app/bin ./bin
COPY --from=build --chown=root:root /app/data ./data
COPY --from=build --chown=root:root /app/dist ./dist
COPY --from=build --chown=root:root /app/node_modules ./node_modules
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
# Only HTTP mode listens; /healthz answers there.
EXPOSE 3000
# Node as the first process: SIGTERM reaches it, and it drains for up to ten seconds.
CMD ["node", "--max-semi-space-size=1", "dist/src/main.js"]
