package rhytid.decoder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhytid.photo.PhotoLimits;
import rhytid.photo.Reading;

/** One decoder as the service holds it: the process and the socket to it. For one thread at a time. */
final class DecoderProcess implements AutoCloseable {

    /** What a decoder says when it can begin. */
    static final byte READY = 1;

    /** The same where the system offers no sandbox. */
    static final byte READY_WITHOUT_SANDBOX = 2;

    /** The same where the system keeps no files from it. */
    static final byte READY_WITHOUT_FENCE = 3;

    static final String SOCKET = "socket";
    static final String PIXELS = "pixels";

    /** What of the service's surroundings a decoder needs; no password is among it. */
    private static final List<String> NEEDED =
            List.of("PATH", "LANG", "LD_LIBRARY_PATH", "JDK_JAVA_OPTIONS", "OPENCV_IO_MAX_IMAGE_PIXELS");

    private static final Logger LOG = LoggerFactory.getLogger(DecoderProcess.class);

    private final Process process;
    private final SocketChannel channel;
    private final SharedPixels pixels;
    private int read;

    private DecoderProcess(Process process, SocketChannel channel, SharedPixels pixels) {
        this.process = process;
        this.channel = channel;
        this.pixels = pixels;
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param command the program, to which the folder with the socket is added
     * @param starter in whose thread it is started, whose priority it gets
     * @throws IOException where it does not start in time
     */
    static DecoderProcess start(List<String> command, Duration limit, Executor starter) throws IOException {
        Path folder = SharedPixels.folder();
        try {
            return start(command, limit, folder, starter);
        } finally { // both sides hold what they need of it
            Files.deleteIfExists(folder.resolve(SOCKET));
            Files.deleteIfExists(folder.resolve(PIXELS));
            Files.delete(folder);
        }
    }

    private static DecoderProcess start(List<String> command, Duration limit, Path folder, Executor starter)
            throws IOException {
        SharedPixels pixels = SharedPixels.create(folder.resolve(PIXELS));
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(folder.resolve(SOCKET)));
            Process process = launched(builder(command, folder), starter);
            CompletableFuture<?> watch = endAfter(limit, process);
            CompletableFuture<?> gone = process.onExit().thenRun(() -> close(door)); // else one that dies is waited for
            try {
                DecoderProcess started = new DecoderProcess(process, door.accept(), pixels);
                started.awaitReady();
                return started;
            } catch (IOException e) {
                process.destroyForcibly();
                throw e;
            } finally {
                watch.cancel(false);
                gone.cancel(false);
            }
        } catch (IOException e) {
            pixels.close();
            throw e;
        }
    }

    private static Process launched(ProcessBuilder builder, Executor starter) throws IOException {
        try {
            return CompletableFuture.supplyAsync(() -> launch(builder), starter).join();
        } catch (CompletionException e) {
            throw new IOException("it cannot be launched", e.getCause());
        }
    }

    private static Process launch(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder builder(List<String> command, Path folder) {
        List<String> whole = new ArrayList<>(command);
        whole.add(folder.toString());
        ProcessBuilder builder = new ProcessBuilder(whole);
        Map<String, String> surroundings = builder.environment();
        surroundings.keySet().retainAll(NEEDED);
        surroundings.put("OPENCV_LOG_LEVEL", "SILENT");
        surroundings.put(
                "GLIBC_TUNABLES", "glibc.malloc.hugetlb=1"); // 12 megapixels in 18 pages, not 9,000: 15 ms less
        surroundings.put("OPENBLAS_NUM_THREADS", "1"); // decoding needs none, and each holds 30 MB
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private void awaitReady() throws IOException {
        ByteBuffer word = ByteBuffer.allocate(1);
        if (channel.read(word) < 1 || word.get(0) < READY || word.get(0) > READY_WITHOUT_FENCE) {
            throw new IOException("it ended before it was ready");
        }
        if (word.get(0) == READY_WITHOUT_SANDBOX) {
            LOG.info("This system offers decoders no sandbox; their limits hold all the same.");
        } else if (word.get(0) == READY_WITHOUT_FENCE) {
            LOG.info("This system cannot keep the service's files from decoders (Landlock); their sandbox holds.");
        }
    }

    /** @throws IOException where it crashed, or was ended because it took too long; then it is of no use any more */
    Reading read(String name, byte[] file, Duration limit) throws IOException {
        CompletableFuture<?> watch = endAfter(limit, process);
        try {
            read++;
            Wire.sendFile(channel, file);
            return Wire.receiveReading(channel, pixels, name, PhotoLimits.STANDARD);
        } finally {
            watch.cancel(false);
        }
    }

    /** How many files it was given. */
    int read() {
        return read;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    private static CompletableFuture<?> endAfter(Duration limit, Process process) {
        return CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void close(ServerSocketChannel door) {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        pixels.close();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
