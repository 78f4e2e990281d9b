package rhytid.decoder;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import rhytid.photo.PhotoReader;

/** A decoder's process: reads one file after the other until the service closes the connection. */
public final class DecoderMain {

    private DecoderMain() {}

    /** @param args a folder with the service's socket and the memory for pixels */
    public static void main(String[] args) throws IOException {
        boolean fenced = Fence.behind(args);
        serve(Path.of(args[0]), Sandbox::enter, fenced);
        System.exit(0);
    }

    /** @param sandbox gives up what decoding does not need; false where the system knows no such thing */
    static void serve(Path folder, BooleanSupplier sandbox, boolean fenced) throws IOException {
        try (SocketChannel service =
                        SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(DecoderProcess.SOCKET)));
                SharedPixels pixels = SharedPixels.open(folder.resolve(DecoderProcess.PIXELS))) {
            PhotoReader reader = new PhotoReader();
            ProcessLimits.set();
            byte word = !sandbox.getAsBoolean()
                    ? DecoderProcess.READY_WITHOUT_SANDBOX
                    : fenced ? DecoderProcess.READY : DecoderProcess.READY_WITHOUT_FENCE;
            service.write(ByteBuffer.wrap(new byte[] {word}));
            for (byte[] file = Wire.receiveFile(service); file != null; file = Wire.receiveFile(service)) {
                Wire.sendReading(service, pixels, reader.read("photo", file));
            }
        }
    }
}
