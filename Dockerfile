# The product in a container: docker build -t aviso .
#
# Settings come by environment, as platform/docs/operating.md lists them: AVISO_MODE=production, AVISO_DB_URL, AVISO_OIDC_ISSUER, ...
# Without AVISO_DB_URL an embedded PostgreSQL runs in here and keeps its data in /data: that is for trying. For production name an
# external one. An OIDC issuer is always needed; a local Keycloak in here could not be reached from outside.
# TLS ends at a proxy in front; /health/ready says when requests are served.

FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip -Dcheckstyle.skip -Djacoco.skip package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --user-group --no-create-home aviso \
    && install -d -o aviso -g aviso /opt/aviso /data
COPY --from=build --chown=aviso:aviso /src/platform/launcher/target/aviso /opt/aviso
ENV MALLOC_ARENA_MAX=2 \
    AVISO_HTTP_HOST=0.0.0.0
USER aviso
WORKDIR /opt/aviso
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# what ./aviso start --data /data runs; give it 90 seconds to stop: docker stop -t 90
ENTRYPOINT ["java", "@/opt/aviso/jvm.options", "-jar", "/opt/aviso/aviso.jar", "start", "--data", "/data"]
