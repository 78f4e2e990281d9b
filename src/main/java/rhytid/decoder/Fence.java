package rhytid.decoder;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * The files that a decoder may reach: Java, its classes and libraries, and its own memory for pixels. All others, such
 * as other people's photos, the kernel keeps from it (landlock(7)), and other processes with them. It holds for the
 * thread that asks and whatever that starts, and a Java program has many threads: so it asks, and becomes the same
 * program once more, which then runs behind it whole.
 */
@SuppressWarnings("restricted") // asking the operating system is what this class is for
final class Fence {

    /** Of what the kernel says of processes, a decoder's own alone: another's holds its variables, and so passwords. */
    private static final List<String> OF_THE_SYSTEM = List.of(
            "/usr",
            "/lib",
            "/lib64",
            "/nix/store",
            "/etc",
            "/sys",
            "/proc/self",
            "/proc/meminfo",
            "/proc/cpuinfo",
            "/proc/stat",
            "/proc/sys",
            "/dev/random",
            "/dev/urandom");

    /** The word that tells the program that it runs behind it. */
    static final String BEHIND = "fenced";

    // The same numbers for all processors.
    private static final long SYS_CREATE_RULESET = 444;
    private static final long SYS_ADD_RULE = 445;
    private static final long SYS_RESTRICT_SELF = 446;
    private static final long ASK_VERSION = 1;
    private static final long PATH_BENEATH = 1;

    private static final long EXECUTE = 1;
    private static final long WRITE_FILE = 1 << 1;
    private static final long READ_FILE = 1 << 2;
    private static final long READ_DIR = 1 << 3;
    /** Everything that the first version knows; moving between folders and emptying files came with the next two. */
    private static final long ALL = (1 << 13) - 1;

    private static final long REFER = 1 << 13;
    private static final long TRUNCATE = 1 << 14;

    private static final int O_PATH = 0x200000;
    private static final int O_CLOEXEC = 0x80000;

    private final Arena arena;
    private final long rules;

    private Fence(Arena arena, long rules) {
        this.arena = arena;
        this.rules = rules;
    }

    /** True where the kernel has such fences. */
    static boolean isOffered() {
        return version() > 0;
    }

    /**
     * Goes behind the fence, where there is one: the program begins once more, with one word more.
     *
     * @param args of the program; the first is the folder of its socket and memory
     * @return true behind the fence; false where there is none
     */
    static boolean behind(String[] args) throws IOException {
        if (args.length > 1) {
            return args[1].equals(BEHIND);
        }
        if (!isOffered()) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handled = arena.allocate(JAVA_LONG);
            int version = version();
            handled.set(JAVA_LONG, 0, ALL | (version >= 2 ? REFER : 0) | (version >= 3 ? TRUNCATE : 0));
            long rules = call(SYS_CREATE_RULESET, handled.address(), JAVA_LONG.byteSize(), 0);
            Fence fence = new Fence(arena, rules);
            readable().forEach(path -> fence.open(path, EXECUTE | READ_FILE | READ_DIR));
            fence.open(Path.of(args[0]), READ_FILE | WRITE_FILE | READ_DIR);
            fence.open(Path.of("/dev/null"), READ_FILE | WRITE_FILE);
            if (rules < 0 || !Sandbox.noNewPrivileges() || call(SYS_RESTRICT_SELF, rules, 0, 0) != 0) {
                return false;
            }
            throw beginAgain(arena);
        }
    }

    /** What Java, the codecs and the libraries they look for lie in; nothing of the service's data does. */
    private static List<Path> readable() throws IOException {
        List<Path> all = new ArrayList<>();
        OF_THE_SYSTEM.stream().map(Path::of).forEach(all::add);
        all.add(Path.of(System.getProperty("java.home")));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            all.add(Path.of(entry));
            all.addAll(namedBy(Path.of(entry)));
        }
        all.add(Loader.getCacheDir().toPath());
        all.add(Path.of(System.getProperty(
                "org.bytedeco.javacpp.cachedir", all.getLast().toString())));
        return all;
    }

    /** The archives that an archive says it needs ({@code Class-Path} in its manifest). */
    private static List<Path> namedBy(Path entry) throws IOException {
        if (!Files.isRegularFile(entry)) {
            return List.of();
        }
        try (JarFile archive = new JarFile(entry.toFile())) {
            Manifest manifest = archive.getManifest();
            String names =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            URI here = entry.toAbsolutePath().toUri();
            return names == null
                    ? List.of()
                    : Stream.of(names.strip().split(" +"))
                            .map(name -> Path.of(here.resolve(name)))
                            .toList();
        }
    }

    private void open(Path path, long rights) {
        if (!Files.exists(path)) {
            return;
        }
        long held = descriptor(path);
        MemorySegment rule = arena.allocate(12, 8); // packed
        rule.set(JAVA_LONG, 0, Files.isDirectory(path) ? rights : rights & ~READ_DIR);
        rule.set(JAVA_INT, 8, (int) held);
        if (call(SYS_ADD_RULE, rules, PATH_BENEATH, rule.address()) != 0) {
            throw new IllegalStateException("no way through the fence for " + path);
        }
    }

    private long descriptor(Path path) {
        MethodHandle open = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("open"),
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
                        Linker.Option.firstVariadicArg(2));
        try {
            return (int) open.invokeExact(arena.allocateFrom(path.toString()), O_PATH | O_CLOEXEC);
        } catch (Throwable e) {
            throw new IllegalStateException("open cannot be called", e);
        }
    }

    /** Does not come back where it succeeds. */
    private static IOException beginAgain(Arena arena) throws IOException {
        String words = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.UTF_8) + BEHIND + "\0";
        String[] all = words.split("\0");
        MemorySegment arguments = arena.allocate(ADDRESS, all.length + 1L); // ends with a null
        for (int i = 0; i < all.length; i++) {
            arguments.setAtIndex(ADDRESS, i, arena.allocateFrom(all[i]));
        }
        Path program = Files.readSymbolicLink(Path.of("/proc/self/exe"));
        MethodHandle execv = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("execv"),
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        try {
            int failed = (int) execv.invokeExact(arena.allocateFrom(program.toString()), arguments);
            return new IOException("the program does not begin again: " + failed);
        } catch (Throwable e) {
            throw new IllegalStateException("execv cannot be called", e);
        }
    }

    private static int version() {
        return System.getProperty("os.name").equals("Linux") ? (int) call(SYS_CREATE_RULESET, 0, 0, ASK_VERSION) : 0;
    }

    private static long call(long number, long first, long second, long third) {
        Linker linker = Linker.nativeLinker();
        MethodHandle syscall = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("syscall"),
                FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                Linker.Option.firstVariadicArg(1));
        try {
            return (long) syscall.invokeExact(number, first, second, third, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("landlock cannot be called", e);
        }
    }
}
