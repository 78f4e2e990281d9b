package rhytid.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_core.NORM_INF;
import static org.bytedeco.opencv.global.opencv_core.norm;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhytid.fault.Busy;
import rhytid.photo.Photo;
import rhytid.photo.PhotoReader;
import rhytid.photo.Reading;
import rhytid.photo.Refusal;

class DecodersTest {

    private static final Path PHOTO = Path.of("sample-images", "01-full-improvement", "baseline", "rest.jpg");
    private static final Path HEIC = Path.of("src", "test", "resources", "rhytid", "photo", "turned.heic");
    private static final Path NOISE = Path.of("src", "test", "resources", "hostile", "jpeg-profile-is-noise.jpg");

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Decoders decoders = new Decoders(Decoders.command(StubbornDecoder.class.getName()), LIMIT);

    @AfterEach
    void close() {
        decoders.close();
        children()
                .forEach(child -> child.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    @Test
    void aPhotoIsReadToTheBitAsInThisProcess() throws IOException {
        try (Decoders real = Decoders.ofThisProgram()) {
            for (Path file : List.of(PHOTO, HEIC, NOISE)) {
                byte[] bytes = Files.readAllBytes(file);
                Reading here = new PhotoReader().read("mine", bytes);
                Reading apart = real.read("mine", bytes);
                if (here instanceof Reading.Accepted one && apart instanceof Reading.Accepted other) {
                    assertSame(one.photo(), other.photo());
                } else {
                    assertThat(apart).as(file.toString()).isEqualTo(here);
                }
            }
        }
    }

    private static void assertSame(Photo here, Photo apart) {
        try (here;
                apart) {
            assertThat(apart.info()).isEqualTo(here.info());
            assertThat(norm(here.pixels(), apart.pixels(), NORM_INF, null)).isZero();
        }
    }

    @Test
    void aRefusalIsTheSameToo() {
        byte[] text = "<html>".getBytes(StandardCharsets.US_ASCII);
        assertThat(decoders.read("mine", text)).isEqualTo(new PhotoReader().read("mine", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crash",
                "write into memory that is not there",
                "take 2 GB",
                "claim a huge photo",
                "claim a photo of no size"
            })
    void whatTakesADecoderDownIsAnsweredClearlyAndTheNextPhotoIsRead(String order) throws IOException {
        assertThat(refusal(order).code()).isEqualTo("undecodable");
        assertThat(refusal(order).message()).contains("save it as a new JPEG");
        assertIsRead();
    }

    @Test
    void aDecoderThatHangsIsEndedInTimeAndTheNextPhotoIsRead() throws IOException {
        try (Decoders quick = new Decoders(Decoders.command(StubbornDecoder.class.getName()), Duration.ofSeconds(5))) {
            quick.warmUp();
            long start = System.nanoTime();
            assertThat(quick.read("mine", order("hang"))).isInstanceOf(Reading.Refused.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(4), LIMIT);
        }
        assertIsRead();
    }

    @Test
    void oneThatIsKilledBetweenTwoPhotosIsReplaced() throws IOException {
        assertIsRead();
        killAll();
        assertIsRead();
    }

    @ParameterizedTest
    @ValueSource(strings = {"export LANG=crash", "kill -9 $$"}) // over the photo; while it starts
    @DisabledOnOs(OS.WINDOWS)
    void aPhotoOverWhichADecoderIsLostIsTriedOnceMore(String loss, @TempDir Path folder) throws IOException {
        List<String> firstCrashes = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "mkdir \"$0\" 2>/dev/null && " + loss + "; exec \"$@\"",
                folder.resolve("started").toString()));
        firstCrashes.addAll(Decoders.command(StubbornDecoder.class.getName()));
        try (Decoders unlucky = new Decoders(firstCrashes, LIMIT)) {
            Reading reading = unlucky.read("mine", Files.readAllBytes(PHOTO));
            assertThat(reading).isInstanceOf(Reading.Accepted.class);
            ((Reading.Accepted) reading).photo().close();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDecoderWritesNoFilesAndKnowsNoSecrets() throws IOException {
        refusal("write a file");
        assertThat(Path.of("/dev/shm/rhytid-written"))
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(file).isEmptyFile());
        Files.deleteIfExists(Path.of("/dev/shm/rhytid-written"));
        decoders.warmUp();
        long child = children().findFirst().orElseThrow().pid();
        String surroundings = Files.readString(Path.of("/proc", String.valueOf(child), "environ"));
        assertThat(surroundings.split("\0"))
                .extracting(variable -> variable.split("=", 2)[0])
                .isSubsetOf(
                        "PATH",
                        "LANG",
                        "LD_LIBRARY_PATH",
                        "JDK_JAVA_OPTIONS",
                        "OPENCV_IO_MAX_IMAGE_PIXELS",
                        "OPENCV_LOG_LEVEL",
                        "OPENBLAS_NUM_THREADS",
                        "GLIBC_TUNABLES");
    }

    @Test
    @EnabledIf("kernelHasSandboxes")
    void aDecoderHoldsNoneOfTheServicesFilesAndHasLimits() throws IOException {
        decoders.warmUp();
        long child = children().findFirst().orElseThrow().pid();
        try (ServerSocket ours = new ServerSocket(0);
                Stream<Path> held = Files.list(Path.of("/proc", String.valueOf(child), "fd"))) {
            Set<String> network = new HashSet<>();
            for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
                Path sockets = Path.of("/proc", "self", "net", table);
                if (Files.exists(sockets)) {
                    Files.readAllLines(sockets)
                            .forEach(line ->
                                    network.add("socket:[" + line.strip().split(" +")[9] + "]"));
                }
            }
            assertThat(network).as("ours, on port " + ours.getLocalPort()).isNotEmpty();
            for (Path file : held.toList()) {
                assertThat(network).doesNotContain(Files.readSymbolicLink(file).toString());
            }
        }
        List<String> limits = Files.readAllLines(Path.of("/proc", String.valueOf(child), "limits"));
        assertThat(limits).anyMatch(line -> line.matches("Max data size +1500000000 +1500000000 .*"));
        assertThat(limits).anyMatch(line -> line.matches("Max file size +0 +0 .*"));
        assertThat(limits).anyMatch(line -> line.matches("Max core file size +0 +0 .*"));
        assertThat(Files.readAllLines(Path.of("/proc", String.valueOf(child), "status")))
                .contains("NoNewPrivs:\t1", "Seccomp:\t2"); // a filter
        List<String> words = Decoders.command(StubbornDecoder.class.getName());
        assertThat(Files.readString(Path.of("/proc", String.valueOf(child), "cmdline"))
                        .split("\0"))
                .as("no secret, only what every decoder is told, and a folder")
                .startsWith(words.toArray(String[]::new))
                .hasSize(words.size() + (Fence.isOffered() ? 2 : 1)); // and that it is behind the fence
    }

    /** Whoever took over a decoder by a flaw in a codec. What fails ends it; what succeeds is no photo. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "talk to the network",
                "talk to its neighbours",
                "start a program",
                "end the service",
                "delete ",
                "empty "
            })
    @EnabledIf("kernelHasSandboxes")
    void theKernelRefusesADecoderWhatDecodingDoesNotNeed(String order, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("another's photo"), "their face");
        boolean ofFile = order.endsWith(" ");
        assertThat(refusal(ofFile ? order + file : order).code()).isEqualTo("undecodable");
        assertThat(file).hasContent("their face");
        assertThat(refusal("nothing of the kind").code()).isNotEqualTo("undecodable");
    }

    /** As the program is started: one archive, whose manifest names the others. */
    @Test
    void aDecoderReachesTheArchivesThatItsOwnNames(@TempDir Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        Path archive = folder.resolve("all.jar");
        new JarOutputStream(Files.newOutputStream(archive), manifest).close();
        List<String> command = new ArrayList<>(Decoders.command(DecoderMain.class.getName()));
        command.set(command.indexOf("-cp") + 1, archive.toString());
        try (Decoders packed = new Decoders(command, LIMIT)) {
            assertThat(outcome(packed.read("mine", Files.readAllBytes(HEIC)))).contains(" x ");
        }
    }

    /** Nor anything to read: not another's photo, not what the service knows, and nothing to write over. */
    @ParameterizedTest
    @ValueSource(strings = {"read ", "paint over ", "read the service's variables"})
    @EnabledIf("kernelHasFences")
    void theKernelKeepsOtherFilesFromADecoder(String order, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("another's photo"), "their face");
        boolean ofFile = order.endsWith(" ");
        assertThat(refusal(ofFile ? order + file : order).code()).isEqualTo("undecodable");
        assertThat(file).hasContent("their face");
    }

    static boolean kernelHasFences() {
        return Fence.isOffered();
    }

    static boolean kernelHasSandboxes() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    /** What the sandbox refuses must not be missed by any codec, whenever it loads what it needs. */
    @Test
    void everyTestFileIsReadAsInThisProcess() throws IOException {
        try (Decoders real = Decoders.ofThisProgram()) {
            for (Path folder : List.of(HEIC.getParent(), NOISE.getParent())) {
                try (Stream<Path> files =
                        Files.list(folder).filter(Files::isRegularFile).filter(f -> size(f) < 3_000_000)) {
                    for (Path file : files.sorted().toList()) {
                        byte[] bytes = Files.readAllBytes(file);
                        assertThat(outcome(real.read("mine", bytes)))
                                .as(file.toString())
                                .isEqualTo(outcome(new PhotoReader().read("mine", bytes)));
                    }
                }
            }
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static String outcome(Reading reading) {
        return switch (reading) {
            case Reading.Refused refused -> refused.refusal().code();
            case Reading.Accepted accepted -> {
                try (Photo photo = accepted.photo()) {
                    yield photo.width() + " x " + photo.height();
                }
            }
        };
    }

    @Test
    void whereNoDecoderStartsThePhotoIsToComeAgain() {
        try (Decoders none = new Decoders(List.of("/bin/false"), LIMIT)) {
            assertThatThrownBy(() -> none.read("mine", order("hang"))).isInstanceOf(Busy.class);
        }
    }

    @Test
    void nothingIsLeftInTheFoldersForTemporaryFiles() throws IOException {
        assertIsRead();
        for (Path folder : List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/dev/shm"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    assertThat(files.map(file -> file.getFileName().toString()))
                            .noneMatch(name -> name.startsWith("rhytid-decoder"));
                }
            }
        }
    }

    private void assertIsRead() throws IOException {
        Reading reading = decoders.read("mine", Files.readAllBytes(PHOTO));
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        ((Reading.Accepted) reading).photo().close();
    }

    private Refusal refusal(String order) {
        Reading reading = decoders.read("mine", order(order));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).refusal();
    }

    private static byte[] order(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive);
    }

    private static void killAll() {
        children().forEach(child -> {
            child.destroyForcibly();
            child.onExit().join();
        });
    }
}
