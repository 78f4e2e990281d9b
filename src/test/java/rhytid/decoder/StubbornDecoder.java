package rhytid.decoder;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import rhytid.photo.PhotoReader;

/** A decoder that does what the file says, where it says something; else what the real one does. */
public final class StubbornDecoder {

    private StubbornDecoder() {}

    public static void main(String[] args) throws Exception {
        Fence.behind(args);
        Path folder = Path.of(args[0]);
        try (SocketChannel service =
                        SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(DecoderProcess.SOCKET)));
                SharedPixels pixels = SharedPixels.open(folder.resolve(DecoderProcess.PIXELS))) {
            ProcessLimits.set();
            Sandbox.enter();
            service.write(ByteBuffer.wrap(new byte[] {DecoderProcess.READY}));
            for (byte[] file = Wire.receiveFile(service); file != null; file = Wire.receiveFile(service)) {
                obey(new String(file, StandardCharsets.ISO_8859_1), service);
                Wire.sendReading(service, pixels, new PhotoReader().read("photo", file));
            }
        }
    }

    private static void obey(String order, SocketChannel service) throws Exception {
        if ("crash".equals(System.getenv("LANG"))) {
            Runtime.getRuntime().halt(134);
        }
        switch (order) {
            case "crash" -> Runtime.getRuntime().halt(134);
            case "hang" -> Thread.sleep(60_000);
            case "write into memory that is not there" ->
                MemorySegment.NULL.reinterpret(1).set(JAVA_BYTE, 0, (byte) 1);
            case "take 2 GB" -> Arena.global().allocate(2_000_000_000);
            case "write a file" -> Files.writeString(Path.of("/dev/shm/rhytid-written"), "x");
            case "talk to the network" ->
                SocketChannel.open(StandardProtocolFamily.INET).close();
            case "talk to its neighbours" ->
                SocketChannel.open(StandardProtocolFamily.UNIX).close();
            case "start a program" -> new ProcessBuilder("true").start();
            case "read the service's variables" ->
                Files.readAllBytes(Path.of(
                        "/proc",
                        String.valueOf(
                                ProcessHandle.current().parent().orElseThrow().pid()),
                        "environ"));
            case "end the service" ->
                require(ProcessHandle.current().parent().orElseThrow().destroyForcibly());
            case "claim a huge photo" -> claim(service, Integer.MAX_VALUE, Integer.MAX_VALUE);
            case "claim a photo of no size" -> claim(service, 0, 100);
            default -> {
                if (order.startsWith("read ")) {
                    Files.readAllBytes(Path.of(order.substring("read ".length())));
                } else if (order.startsWith("paint over ")) {
                    paintOver(Path.of(order.substring("paint over ".length())));
                } else if (order.startsWith("delete ")) {
                    Files.delete(Path.of(order.substring("delete ".length())));
                } else if (order.startsWith("empty ")) {
                    Files.newOutputStream(Path.of(order.substring("empty ".length())))
                            .close();
                }
            }
        }
    }

    /** In memory that is the file's: nothing is written that a limit would count. */
    private static void paintOver(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.map(FileChannel.MapMode.READ_WRITE, 0, 1).put((byte) 'X');
        }
    }

    private static void require(boolean done) throws IOException {
        if (!done) {
            throw new IOException("refused");
        }
    }

    private static void claim(SocketChannel service, int width, int height) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(13).putInt(9).put((byte) 1);
        service.write(head.putInt(width).putInt(height).flip());
    }
}
