package rhytid.jobs;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that leaves the cores to whoever waits for a page: a comparison keeps all of them busy for seconds. Its thread,
 * and those that it starts, get what others leave, on Linux; Java's own priorities do nothing there. Elsewhere it is
 * work like any other.
 */
final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    /** A tenth of the share of a thread that serves requests. */
    private static final int NICE = 10;

    /** Of setpriority: by process; with 0 for the process, Linux takes the calling thread. */
    private static final int PRIO_PROCESS = 0;

    private static final @Nullable MethodHandle SET_PRIORITY = setPriority();

    private Background() {}

    static <T> Callable<T> of(Callable<T> work) {
        return () -> {
            stepBack();
            return work.call();
        };
    }

    private static void stepBack() {
        if (SET_PRIORITY == null) {
            return;
        }
        try {
            int failed = (int) SET_PRIORITY.invokeExact(PRIO_PROCESS, 0, NICE);
            if (failed != 0) {
                LOG.debug("The system keeps the priority as it is.");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("setpriority cannot be called", e);
        }
    }

    private static @Nullable MethodHandle setPriority() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return null;
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setpriority")
                .map(function -> linker.downcallHandle(
                        function,
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT)))
                .orElse(null);
    }
}
