# Node's long-term support release, kept until April 2029.
FROM node:26-slim AS build
WORKDIR /app
COPY .npmrc package.json package-lock.json ./
# No cache is mounted: Cloud Build, which builds for Cloud Run, cannot. Until the lock file changes, the layer is kept.
RUN npm ci --include=dev
COPY . .
# The path under which everything is, as in /glasshouse; none is the root of a host.
ARG BASE_PATH
RUN npm run build

FROM node:26-slim
LABEL org.opencontainers.image.title="Glasshouse" \
      org.opencontainers.image.description="Deploy a regression model that people can see through." \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
# Owned by root and run as the image's user "node", who may read it and nothing more. The number is for Kubernetes,
# which cannot tell from a name that it is not root.
COPY --from=build /app/.next/standalone ./
# What is remembered, where a volume is mounted here and DATA_DIR=/data says so: a new volume takes its owner from this.
RUN install -d -o 1000 -g 1000 -m 700 /data
USER 1000:1000
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm, which leaves as soon as it is told to stop, and takes the container with it. It serves; a command
# after the image's name, as in `docker run … glasshouse migrate`, runs instead.
ENTRYPOINT ["node", "glasshouse.mjs"]
