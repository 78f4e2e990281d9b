package rhytid.photo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * The functions of libheif (API of 1.15 and newer, checked against Debian's 1.15.1) that decode one picture, called
 * through the foreign-function interface. Structure: {@code libheif/heif.h}.
 */
@SuppressWarnings("restricted") // calling native code is what this class is for
final class Heif {

    private static final List<String> NAMES =
            List.of("libheif.so.1", "libheif.1.dylib", "/opt/homebrew/lib/libheif.1.dylib", "heif.dll", "libheif.dll");

    /** {@code struct heif_error}: code, more detailed code, a text that is always there. */
    private static final StructLayout ERROR = MemoryLayout.structLayout(JAVA_INT, JAVA_INT, ADDRESS);

    private static final AddressLayout POINTER = ADDRESS;

    final MethodHandle contextAlloc;
    final MethodHandle contextFree;
    final MethodHandle setMaximumSize;
    final MethodHandle readFromMemory;
    final MethodHandle primaryImage;
    final MethodHandle handleRelease;
    final MethodHandle handleWidth;
    final MethodHandle handleHeight;
    final MethodHandle handleHasAlpha;
    final MethodHandle metadataIds;
    final MethodHandle metadataSize;
    final MethodHandle metadata;
    final MethodHandle profileSize;
    final MethodHandle profile;
    final MethodHandle nclx;
    final MethodHandle nclxFree;
    final MethodHandle optionsAlloc;
    final MethodHandle optionsFree;
    final MethodHandle decode;
    final MethodHandle imageWidth;
    final MethodHandle imageHeight;
    final MethodHandle imagePlane;
    final MethodHandle imageRelease;

    private final SymbolLookup library;

    private Heif(SymbolLookup library) {
        this.library = library;
        contextAlloc = bind("heif_context_alloc", FunctionDescriptor.of(POINTER));
        contextFree = bind("heif_context_free", FunctionDescriptor.ofVoid(POINTER));
        setMaximumSize =
                bind("heif_context_set_maximum_image_size_limit", FunctionDescriptor.ofVoid(POINTER, JAVA_INT));
        readFromMemory = bind(
                "heif_context_read_from_memory_without_copy",
                FunctionDescriptor.of(ERROR, POINTER, POINTER, JAVA_LONG, POINTER));
        primaryImage = bind("heif_context_get_primary_image_handle", FunctionDescriptor.of(ERROR, POINTER, POINTER));
        handleRelease = bind("heif_image_handle_release", FunctionDescriptor.ofVoid(POINTER));
        handleWidth = bind("heif_image_handle_get_width", FunctionDescriptor.of(JAVA_INT, POINTER));
        handleHeight = bind("heif_image_handle_get_height", FunctionDescriptor.of(JAVA_INT, POINTER));
        handleHasAlpha = bind("heif_image_handle_has_alpha_channel", FunctionDescriptor.of(JAVA_INT, POINTER));
        metadataIds = bind(
                "heif_image_handle_get_list_of_metadata_block_IDs",
                FunctionDescriptor.of(JAVA_INT, POINTER, POINTER, POINTER, JAVA_INT));
        metadataSize = bind("heif_image_handle_get_metadata_size", FunctionDescriptor.of(JAVA_LONG, POINTER, JAVA_INT));
        metadata = bind("heif_image_handle_get_metadata", FunctionDescriptor.of(ERROR, POINTER, JAVA_INT, POINTER));
        profileSize = bind("heif_image_handle_get_raw_color_profile_size", FunctionDescriptor.of(JAVA_LONG, POINTER));
        profile = bind("heif_image_handle_get_raw_color_profile", FunctionDescriptor.of(ERROR, POINTER, POINTER));
        nclx = bind("heif_image_handle_get_nclx_color_profile", FunctionDescriptor.of(ERROR, POINTER, POINTER));
        nclxFree = bind("heif_nclx_color_profile_free", FunctionDescriptor.ofVoid(POINTER));
        optionsAlloc = bind("heif_decoding_options_alloc", FunctionDescriptor.of(POINTER));
        optionsFree = bind("heif_decoding_options_free", FunctionDescriptor.ofVoid(POINTER));
        decode = bind("heif_decode_image", FunctionDescriptor.of(ERROR, POINTER, POINTER, JAVA_INT, JAVA_INT, POINTER));
        imageWidth = bind("heif_image_get_width", FunctionDescriptor.of(JAVA_INT, POINTER, JAVA_INT));
        imageHeight = bind("heif_image_get_height", FunctionDescriptor.of(JAVA_INT, POINTER, JAVA_INT));
        imagePlane = bind("heif_image_get_plane_readonly", FunctionDescriptor.of(POINTER, POINTER, JAVA_INT, POINTER));
        imageRelease = bind("heif_image_release", FunctionDescriptor.ofVoid(POINTER));
    }

    /** The system's libheif; none where it is not installed. */
    static Optional<Heif> find() {
        return find(NAMES);
    }

    static Optional<Heif> find(List<String> names) {
        for (String name : names) {
            try {
                return Optional.of(new Heif(SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (IllegalArgumentException e) {
                continue; // not under this name: the only way in which the interface says so
            }
        }
        return Optional.empty();
    }

    private MethodHandle bind(String function, FunctionDescriptor form) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(function), form);
    }

    /** What a function says about an error: 0 is none. */
    record Status(int code, int detail) {}

    /** Calls a function that answers {@code struct heif_error}. */
    static Status status(MethodHandle function, Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = (SegmentAllocator) arena;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            MemorySegment error = (MemorySegment) function.invokeWithArguments(all);
            return new Status(error.get(JAVA_INT, 0), error.get(JAVA_INT, 4));
        } catch (Throwable e) {
            throw new IllegalStateException("libheif could not be called", e);
        }
    }

    static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("libheif could not be called", e);
        }
    }
}
