# One build, five small images: docker build --target orders-api -t cloudshop/orders-api:dev .
# No syntax line and nothing newer than BuildKit of Docker 20.10. What is in the images, and why: docs/containers.md.

# The shop's page. Its types come from the contracts.
FROM node:22-slim AS page
WORKDIR /src/frontend/src/main/webui
COPY frontend/src/main/webui/package.json frontend/src/main/webui/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY contracts /src/contracts
COPY frontend/src/main/webui ./
RUN npm run build

# The reactor, once for all five. All files of one age, as with Jib: equal sources give equal layers.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
COPY --from=page /src/frontend/src/main/webui/dist /page
# Quinoa takes the page as it is: the npm that it calls does nothing. It moves the folder, which must not be in a layer below.
RUN --mount=type=cache,target=/root/.m2 \
    ln -s /bin/true /usr/local/bin/npm && cp -r /page frontend/src/main/webui/dist && \
    mvn -B -q -DskipTests -Dspotless.check.skip -Dforbiddenapis.skip -pl '!system-tests,!manifests-tests,!benchmarks' package && \
    find */target/quarkus-app -exec touch --no-dereference --date=@1 {} +

# What stands beside the service in every image: a JDK with the modules that are needed, its options, the health probe.
FROM eclipse-temurin:25-jdk AS beside
COPY images /images
RUN /images/extra-files.sh /beside

# An AOT cache for each service, from a training run of the whole shop: stores as plain processes, real requests. Only with
# AOT=true: the images are twice as large then, and the services start three times as fast (docs/containers.md).
FROM build AS trained
ARG AOT=false
COPY --from=beside /beside/opt /opt
# As in the images, where the cache looks for them.
RUN mkdir -p $(printf '/trained/%s/app ' auth-service products-api orders-api api-gateway frontend) && \
    { [ "$AOT" != true ] || java -cp "images/target/*:images/target/lib/*" io.cloudshop.images.training.TrainingRun \
        /src /trained /opt/java images/runtime/java.options; }

# What all images have in common.
FROM gcr.io/distroless/base-nossl-debian13:nonroot AS runtime
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.source="https://github.com/cloudshop/cloudshop" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
COPY --from=beside /beside /
USER 65532:65532
WORKDIR /app
ENTRYPOINT ["/opt/java/bin/java", "@/opt/cloudshop/java.options", "@/opt/cloudshop/aot.options", "-jar", "/app/quarkus-run.jar"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["/opt/java/bin/java", "@/opt/cloudshop/probe.options"]

FROM runtime AS auth-service
LABEL org.opencontainers.image.title="CloudShop auth-service"
EXPOSE 8081 9000
COPY --from=build /src/auth-service/target/quarkus-app/lib /app/lib
COPY --from=build /src/auth-service/target/quarkus-app/quarkus /app/quarkus
COPY --from=build /src/auth-service/target/quarkus-app/app /app/app
COPY --from=build /src/auth-service/target/quarkus-app/*.* /app/
COPY --from=trained /trained/auth-service /

FROM runtime AS products-api
LABEL org.opencontainers.image.title="CloudShop products-api"
EXPOSE 8082 9000
COPY --from=build /src/products-api/target/quarkus-app/lib /app/lib
COPY --from=build /src/products-api/target/quarkus-app/quarkus /app/quarkus
COPY --from=build /src/products-api/target/quarkus-app/app /app/app
COPY --from=build /src/products-api/target/quarkus-app/*.* /app/
COPY --from=trained /trained/products-api /

FROM runtime AS orders-api
LABEL org.opencontainers.image.title="CloudShop orders-api"
EXPOSE 8083 9000
COPY --from=build /src/orders-api/target/quarkus-app/lib /app/lib
COPY --from=build /src/orders-api/target/quarkus-app/quarkus /app/quarkus
COPY --from=build /src/orders-api/target/quarkus-app/app /app/app
COPY --from=build /src/orders-api/target/quarkus-app/*.* /app/
COPY --from=trained /trained/orders-api /

FROM runtime AS api-gateway
LABEL org.opencontainers.image.title="CloudShop api-gateway"
EXPOSE 8080 9000
COPY --from=build /src/api-gateway/target/quarkus-app/lib /app/lib
COPY --from=build /src/api-gateway/target/quarkus-app/quarkus /app/quarkus
COPY --from=build /src/api-gateway/target/quarkus-app/app /app/app
COPY --from=build /src/api-gateway/target/quarkus-app/*.* /app/
COPY --from=trained /trained/api-gateway /

FROM runtime AS frontend
LABEL org.opencontainers.image.title="CloudShop frontend"
EXPOSE 3000 9000
COPY --from=build /src/frontend/target/quarkus-app/lib /app/lib
COPY --from=build /src/frontend/target/quarkus-app/quarkus /app/quarkus
COPY --from=build /src/frontend/target/quarkus-app/app /app/app
COPY --from=build /src/frontend/target/quarkus-app/*.* /app/
COPY --from=trained /trained/frontend /
