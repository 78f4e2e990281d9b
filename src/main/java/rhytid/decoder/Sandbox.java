package rhytid.decoder;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * What the kernel refuses a decoder from then on, whatever a flaw in a codec made of it: to talk to a network, to start
 * a program, to reach into other processes, and to delete, rename or empty files. Which files it may open at all is the
 * {@link Fence}'s. Structure: seccomp(2), {@code <linux/filter.h>}; x86-64 Linux alone, whose numbers of system calls
 * these are.
 */
@SuppressWarnings("restricted") // asking the operating system is what this class is for
final class Sandbox {

    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final long SYS_SECCOMP = 317;
    private static final long SECCOMP_SET_MODE_FILTER = 1;
    private static final long SECCOMP_FILTER_FLAG_TSYNC = 1; // all threads of the process
    private static final int AUDIT_ARCH_X86_64 = 0xC000003E;
    private static final int FIRST_OF_X32 = 0x40000000;

    private static final int[] REFUSED = {
        41, 42, 43, 49, 50, 288, // socket, connect, accept, bind, listen, accept4
        59, 322, // execve, execveat
        62, 129, 297, 424, 434, 438, // kill, rt_sigqueueinfo, rt_tgsigqueueinfo, pidfd_send_signal, _open, _getfd
        101, 310, 311, // ptrace, process_vm_readv, process_vm_writev
        76, 85, 437, // truncate, creat, openat2 (whose flags cannot be seen from here)
        82, 264, 316, 84, 87, 263, // rename, renameat, renameat2, rmdir, unlink, unlinkat
        86, 88, 265, 266, // link, symlink, linkat, symlinkat
        90, 91, 92, 93, 94, 260, 268, 452, // chmod, fchmod, chown, fchown, lchown, fchownat, fchmodat, fchmodat2
        165, 272, 308, 425, 298, 321, 323, // mount, unshare, setns, io_uring_setup, perf_event_open, bpf, userfaultfd
        248, 249, 250, // add_key, request_key, keyctl
    };

    private static final int OPEN = 2;
    private static final int OPENAT = 257;
    private static final int O_TRUNC = 0x200;

    // Where struct seccomp_data has them.
    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int SECOND_ARGUMENT = 24;
    private static final int THIRD_ARGUMENT = 32;

    private static final int ALLOW = 0x7fff0000;
    private static final int NOT_PERMITTED = 0x00050000 | 1;

    private static final short LOAD = 0x20;
    private static final short IF_EQUAL = 0x15;
    private static final short IF_AT_LEAST = 0x35;
    private static final short IF_ANY_BIT = 0x45;
    private static final short RETURN = 0x06;

    private static final int INSTRUCTION_BYTES = 8;

    private final MemorySegment program;
    private int length;

    private Sandbox(MemorySegment program) {
        this.program = program;
    }

    /** False where the system offers no such thing. */
    static boolean enter() {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            Sandbox sandbox = new Sandbox(arena.allocate(200L * INSTRUCTION_BYTES, INSTRUCTION_BYTES));
            sandbox.write();
            MemorySegment whole = arena.allocate(16, 8);
            whole.set(JAVA_SHORT, 0, (short) sandbox.length);
            whole.set(ADDRESS, 8, sandbox.program);
            return noNewPrivileges() && filter(whole);
        }
    }

    private void write() {
        add(LOAD, 0, 0, ARCHITECTURE);
        add(IF_EQUAL, 1, 0, AUDIT_ARCH_X86_64);
        add(RETURN, 0, 0, NOT_PERMITTED);
        add(LOAD, 0, 0, NUMBER);
        add(IF_AT_LEAST, 0, 1, FIRST_OF_X32);
        add(RETURN, 0, 0, NOT_PERMITTED);
        for (int number : REFUSED) {
            add(IF_EQUAL, 0, 1, number);
            add(RETURN, 0, 0, NOT_PERMITTED);
        }
        refuseToEmpty(OPEN, SECOND_ARGUMENT);
        refuseToEmpty(OPENAT, THIRD_ARGUMENT);
        add(RETURN, 0, 0, ALLOW);
    }

    private void refuseToEmpty(int number, int flags) {
        add(IF_EQUAL, 0, 4, number);
        add(LOAD, 0, 0, flags);
        add(IF_ANY_BIT, 0, 1, O_TRUNC);
        add(RETURN, 0, 0, NOT_PERMITTED);
        add(RETURN, 0, 0, ALLOW);
    }

    /** One {@code struct sock_filter}: so many instructions are skipped where it is true, and where it is not. */
    private void add(short code, int skipIfTrue, int skipIfFalse, int value) {
        MemorySegment one = program.asSlice((long) length * INSTRUCTION_BYTES, INSTRUCTION_BYTES);
        one.set(JAVA_SHORT, 0, code);
        one.set(JAVA_BYTE, 2, (byte) skipIfTrue);
        one.set(JAVA_BYTE, 3, (byte) skipIfFalse);
        one.set(JAVA_INT, 4, value);
        length++;
    }

    static boolean noNewPrivileges() {
        MethodHandle prctl = function(
                "prctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
        try {
            return (int) prctl.invokeExact(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("prctl cannot be called", e);
        }
    }

    private static boolean filter(MemorySegment whole) {
        MethodHandle syscall =
                function("syscall", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS));
        try {
            return (long) syscall.invokeExact(SYS_SECCOMP, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, whole)
                    == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("seccomp cannot be called", e);
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor form) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), form, Linker.Option.firstVariadicArg(1));
    }
}
