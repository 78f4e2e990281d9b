# Rhytid in a container: not root, no display, no network, nothing written but what you mount.
#
#   docker build -t rhytid .
#   docker run --rm --read-only --tmpfs /tmp --network none --user "$(id -u)" -v "$PWD:/work" \
#     rhytid compare day0.jpg day14.jpg --out report

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY src/main src/main
RUN mvn -B -q -DskipTests package

FROM eclipse-temurin:25-jre AS java

FROM debian:bookworm-slim
# OpenCV's modules that Rhytid loads need only libstdc++ (its highgui alone needs GTK, and is never loaded).
# libheif with its decoders reads HEIC and AVIF.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libstdc++6 libheif1 \
 && rm -rf /var/lib/apt/lists/*
COPY --from=java /opt/java/openjdk /opt/java
COPY --from=build /src/target/rhytid.jar /opt/rhytid/
COPY --from=build /src/target/lib /opt/rhytid/lib
COPY models /opt/rhytid/models
COPY sample-images /opt/rhytid/sample-images

# The codecs keep to the same limit as our own look into the headers, and say nothing beside our messages. Each of glibc's
# memory arenas keeps what it was once lent: two do, and a service at work takes 210 MB less.
ENV PATH=/opt/java/bin:$PATH \
    OPENCV_IO_MAX_IMAGE_PIXELS=100000000 \
    OPENCV_LOG_LEVEL=SILENT \
    MALLOC_ARENA_MAX=2 \
    GLIBC_TUNABLES=glibc.malloc.hugetlb=1 \
    JDK_JAVA_OPTIONS="--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dorg.bytedeco.javacpp.nopointergc=true -Dorg.bytedeco.javacpp.cachedir=/opt/rhytid/natives -Drhytid.home=/opt/rhytid -XX:-UsePerfData -XX:MaxRAMPercentage=50"

# One run of everything: it unpacks the native libraries to where a read-only container finds them, archives the
# loaded classes for quick starts, and an image that could not compare photos is never built.
RUN mkdir /opt/rhytid/natives \
 && java -XX:ArchiveClassesAtExit=/opt/rhytid/rhytid.jsa -Xlog:cds=off -jar /opt/rhytid/rhytid.jar demo --out /tmp/demo \
 && rm -rf /tmp/demo

USER 10001:10001
WORKDIR /work
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/opt/rhytid/rhytid.jsa", "-jar", "/opt/rhytid/rhytid.jar"]
CMD ["--help"]
