# The editor is built with everything; what runs is installed again without what only building needs.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
COPY compiler/package.json compiler/
COPY server/package.json server/
COPY editor/package.json editor/
RUN npm ci --no-fund --no-audit
COPY compiler compiler
COPY server server
COPY editor editor
RUN npm run build -w editor

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
COPY compiler/package.json compiler/
COPY server/package.json server/
COPY editor/package.json editor/
RUN npm ci --omit=dev --workspace compiler --workspace server --no-fund --no-audit && npm cache clean --force
COPY compiler compiler
COPY server server
COPY flows flows
COPY --from=build /app/editor/dist editor/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8780 9509
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8780}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/bin/ozflow-server.js"]
