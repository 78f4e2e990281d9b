package rhytid.decoder;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhytid.fault.Busy;
import rhytid.photo.Reading;
import rhytid.photo.Refusal;

/**
 * Decodes in processes that are kept warm, as many as there are cores. One that crashes or hangs is replaced. A file
 * during which a process was lost is tried once more, since the loss may have had another reason; one that takes too
 * long is not.
 */
public final class Decoders implements AutoCloseable {

    /** Hostile files of 99 megapixels take a second on an idle machine. */
    static final Duration LIMIT = Duration.ofSeconds(15);

    /** Whatever a library leaks ends with the process. */
    private static final int FILES_EACH = 500;

    private static final Refusal UNDECODABLE = new Refusal(
            "undecodable",
            "The photo can't be read: decoding it failed or took too long. Open it on your phone or computer, save it"
                    + " as a new JPEG, and send that.");

    private static final Logger LOG = LoggerFactory.getLogger(Decoders.class);

    private final List<String> command;
    private final Duration limit;
    private final Semaphore places;
    private final ThreadPoolExecutor starter = starter();
    private final ConcurrentLinkedDeque<DecoderProcess> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** With this program's own decoder. */
    public static Decoders ofThisProgram() {
        return new Decoders(command(DecoderMain.class.getName()), LIMIT);
    }

    Decoders(List<String> command, Duration limit) {
        this.command = command;
        this.limit = limit;
        this.places = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    }

    /**
     * A process inherits the priority of the thread that starts it, and so does a thread. A comparison's has stepped
     * back: a decoder of its would keep that for uploads. So this thread is there before any of them, and starts all.
     */
    private static ThreadPoolExecutor starter() {
        ThreadPoolExecutor starter = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("starts decoders").factory());
        starter.prestartCoreThread();
        return starter;
    }

    static List<String> command(String main) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m", // a photo in printing inks is held as one array: 400 MB at 100 megapixels
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+SuppressFatalErrorMessage",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("org.bytedeco."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return command;
    }

    /**
     * Reads a photo as {@link rhytid.photo.PhotoReader} does.
     *
     * @param name how messages call it
     * @throws Busy where no process is to be had
     */
    public Reading read(String name, byte[] file) {
        long deadline = System.nanoTime() + limit.toNanos();
        if (!place()) {
            throw busy();
        }
        try {
            Reading first = tried(name, file, deadline);
            Reading second = first == null && left(deadline).isPositive() ? tried(name, file, deadline) : first;
            return second == null ? new Reading.Refused(UNDECODABLE) : second;
        } finally {
            places.release();
        }
    }

    /** Libraries lie unpacked where a decoder may read them and not write: so the service sees to it that they do. */
    private static final class Libraries {
        static final String UNPACKED = Loader.load(opencv_imgcodecs.class);
    }

    /** Null where the process was lost. */
    private @Nullable Reading tried(String name, byte[] file, long deadline) {
        DecoderProcess decoder = decoder();
        try {
            Reading reading = decoder.read(name, file, left(deadline));
            giveBack(decoder);
            return reading;
        } catch (ClosedByInterruptException e) {
            decoder.close();
            throw new IllegalStateException("interrupted while a photo was decoded", e);
        } catch (IOException e) {
            decoder.close();
            LOG.warn("A decoder was lost over a file of {} bytes: {}", file.length, e.toString());
            return null;
        }
    }

    private DecoderProcess decoder() {
        DecoderProcess waiting = idle.pollFirst();
        while (waiting != null && !waiting.handle().isAlive()) {
            waiting.close();
            waiting = idle.pollFirst();
        }
        if (waiting != null) {
            return waiting;
        }
        LOG.debug("Libraries are in {}", Libraries.UNPACKED);
        try {
            return DecoderProcess.start(command, limit, starter);
        } catch (IOException e) {
            LOG.warn("A decoder was lost while it started: {}", e.toString());
            return startedAgain();
        }
    }

    private DecoderProcess startedAgain() {
        try {
            return DecoderProcess.start(command, limit, starter);
        } catch (IOException e) {
            LOG.error("No decoder can be started", e);
            throw busy();
        }
    }

    private void giveBack(DecoderProcess decoder) {
        if (closed || decoder.read() >= FILES_EACH) {
            decoder.close();
        } else {
            idle.addFirst(decoder);
        }
    }

    private boolean place() {
        try {
            return places.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    private static Busy busy() {
        return new Busy("Many photos are being decoded. Try again in a moment.", Duration.ofSeconds(5));
    }

    /** Starts the first one, so that the first photo need not wait for it. */
    public void warmUp() {
        giveBack(decoder());
    }

    @Override
    public void close() {
        closed = true;
        for (DecoderProcess decoder = idle.poll(); decoder != null; decoder = idle.poll()) {
            decoder.close();
        }
        starter.shutdown();
    }
}
