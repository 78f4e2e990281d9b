package rhytid.decoder;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/** What the operating system lets a decoder have. Linux alone: elsewhere only the service's own watch holds it. */
@SuppressWarnings("restricted") // asking the operating system is what this class is for
final class ProcessLimits {

    /** Issue 6: no more than 1.5 GB. Memory that can be written, the heap included. */
    static final long MEMORY_BYTES = 1_500_000_000;

    // Numbers of <bits/resource.h>, the same for x86-64 and aarch64.
    private static final int RLIMIT_FSIZE = 1;
    private static final int RLIMIT_DATA = 2;
    private static final int RLIMIT_CORE = 4;

    private ProcessLimits() {}

    static void set() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")) {
            return;
        }
        limit(RLIMIT_DATA, MEMORY_BYTES);
        limit(RLIMIT_FSIZE, 0); // writes no files,
        limit(RLIMIT_CORE, 0); // not even one of a patient's face when it crashes
    }

    private static void limit(int resource, long most) {
        Linker linker = Linker.nativeLinker();
        MethodHandle setrlimit = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setrlimit"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment both = arena.allocate(MemoryLayout.sequenceLayout(2, JAVA_LONG));
            both.setAtIndex(JAVA_LONG, 0, most);
            both.setAtIndex(JAVA_LONG, 1, most);
            if ((int) setrlimit.invokeExact(resource, both) != 0) {
                throw new IllegalStateException("limit " + resource + " cannot be set");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("limit " + resource + " cannot be set", e);
        }
    }
}
