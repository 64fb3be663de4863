# One build, five small images: docker build --target orders-api -t cloudshop/orders-api:0.1.0 .
# No syntax line and nothing newer than BuildKit of Docker 20.10. What is in the images, and why: docs/containers.md.

ARG VERSION=0.1.0

# The shop's page. Its types come from the contracts.
FROM node:22-slim AS page
WORKDIR /src/frontend/src/main/webui
COPY frontend/src/main/webui/package.json frontend/src/main/webui/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY contracts /src/contracts
COPY frontend/src/main/webui ./
RUN npm run build

# The reactor, once for all five.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
COPY --from=page /src/frontend/src/main/webui/dist /page
# Quinoa takes the page as it is: the npm that it calls does nothing. It moves the folder, which must not be in a layer below.
RUN --mount=type=cache,target=/root/.m2 \
    ln -s /bin/true /usr/local/bin/npm && cp -r /page frontend/src/main/webui/dist && \
    mvn -B -q -DskipTests -Dspotless.check.skip -Dforbiddenapis.skip -pl '!system-tests' package

# The JDK with the modules that are needed; all images share it.
FROM eclipse-temurin:25-jdk AS jdk
COPY container-images/src/main/image/jlink.options container-images/src/main/image/modules.list /image/
# All files of one age, here as with Jib: an AOT cache remembers it.
RUN jlink @/image/jlink.options --add-modules "$(grep -v '^#' /image/modules.list | paste -sd ,)" --output /jdk && \
    strip --strip-unneeded /jdk/lib/server/libjvm.so && \
    find /jdk -exec touch --no-dereference --date=@1 {} +

# The services as they will stand in the images, and an AOT cache for each from a training run of the whole shop: stores as
# plain processes, real requests. AOT=false leaves the caches out: a faster build of smaller images that start slower.
FROM build AS stage
ARG AOT=true
ENV CLASSPATH=container-images/target/container-images-0.1.0.jar:container-images/target/lib/*
COPY --from=jdk /jdk /opt/java
RUN java io.cloudshop.images.StageServices /src /stage
RUN [ "$AOT" != true ] || java io.cloudshop.images.training.TrainingRun \
    /src /stage /opt/java container-images/src/main/image/java.options

# What all images have in common.
FROM gcr.io/distroless/base-nossl-debian13:nonroot AS runtime
ARG VERSION
ARG REVISION=unknown
LABEL org.opencontainers.image.source="https://github.com/cloudshop/cloudshop" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
COPY --from=jdk /jdk /opt/java
COPY --from=stage /stage/runtime /opt/cloudshop
USER 65532:65532
WORKDIR /app
ENTRYPOINT ["/opt/java/bin/java", "@/opt/cloudshop/java.options", "@/app/aot.options", "-jar", "/app/quarkus-run.jar"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["/opt/java/bin/java", "@/opt/cloudshop/probe.options"]

FROM runtime AS auth-service
LABEL org.opencontainers.image.title="CloudShop auth-service"
EXPOSE 8081 9000
COPY --from=stage /stage/auth-service/dependencies /app
COPY --from=stage /stage/auth-service/application /app
COPY --from=stage /stage/auth-service/cache /app

FROM runtime AS products-api
LABEL org.opencontainers.image.title="CloudShop products-api"
EXPOSE 8082 9000
COPY --from=stage /stage/products-api/dependencies /app
COPY --from=stage /stage/products-api/application /app
COPY --from=stage /stage/products-api/cache /app

FROM runtime AS orders-api
LABEL org.opencontainers.image.title="CloudShop orders-api"
EXPOSE 8083 9000
COPY --from=stage /stage/orders-api/dependencies /app
COPY --from=stage /stage/orders-api/application /app
COPY --from=stage /stage/orders-api/cache /app

FROM runtime AS api-gateway
LABEL org.opencontainers.image.title="CloudShop api-gateway"
EXPOSE 8080 9000
COPY --from=stage /stage/api-gateway/dependencies /app
COPY --from=stage /stage/api-gateway/application /app
COPY --from=stage /stage/api-gateway/cache /app

FROM runtime AS frontend
LABEL org.opencontainers.image.title="CloudShop frontend"
EXPOSE 3000 9000
COPY --from=stage /stage/frontend/dependencies /app
COPY --from=stage /stage/frontend/application /app
COPY --from=stage /stage/frontend/cache /app

# For Compose alone: one address for all replicas of the gateway.
FROM runtime AS balancer
LABEL org.opencontainers.image.title="CloudShop balancer"
ENTRYPOINT ["/opt/java/bin/java", "-XX:+UseSerialGC", "-Xmx32m", "-Duser.language=en", "-Duser.country=US", \
    "-Djava.security.properties=/opt/cloudshop/network.security", \
    "-cp", "/opt/cloudshop/runtime.jar", "io.cloudshop.images.runtime.TcpBalancer"]
HEALTHCHECK NONE
CMD ["8080", "api-gateway", "8080"]
