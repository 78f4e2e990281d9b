package rhytid.photo;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** What a call costs its own thread, so that a busy machine fails no test. */
final class CpuTime {

    private CpuTime() {}

    record Timed<T>(T result, long millis) {}

    static <T> Timed<T> of(Supplier<T> call) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        T result = call.get();
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return new Timed<>(result, (end - start) / 1_000_000);
    }
}
