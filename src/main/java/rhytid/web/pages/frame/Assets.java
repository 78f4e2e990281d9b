package rhytid.web.pages.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import rhytid.fault.NotThere;
import rhytid.storage.Digest;
import rhytid.web.Answer;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;

/**
 * Styles, scripts and pictures of the pages: all below {@code rhytid/web/assets} and the libraries below
 * {@code vendor/}. One word of their URLs is the hash of them all, so that browsers keep them for good, and modules
 * find each other by relative paths.
 */
final class Assets {

    private static final String FOLDER = "/rhytid/web/assets";
    private static final String JARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> VENDOR = Map.of(
            "vendor/htmx.js", JARS + "htmx.org/2.0.10/dist/htmx.min.js",
            "vendor/uplot.js", JARS + "uplot/1.6.30/dist/uPlot.esm.js",
            "vendor/uplot.css", JARS + "uplot/1.6.30/dist/uPlot.min.css");

    private final Map<String, Answer.Asset> assets = new TreeMap<>();
    private final String version;

    Assets() {
        Map<String, byte[]> contents = new TreeMap<>();
        VENDOR.forEach((name, path) -> contents.put(name, read(path)));
        ours(contents);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        contents.forEach((name, content) -> {
            assets.put(name, new Answer.Asset(content, gzip(content), type(name)));
            all.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            all.writeBytes(content);
        });
        version = Digest.of(all.toByteArray()).hex().substring(0, 16);
    }

    Endpoint endpoint() {
        return Endpoint.asset("/assets/{version}/<name>", this::answer);
    }

    /** @throws IllegalArgumentException if there is none of this name */
    String url(String name) {
        if (!assets.containsKey(name)) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return "/assets/" + version + "/" + name;
    }

    /** Of an older version too: a page that is open while a new one is put up stays whole. */
    private Answer answer(Exchange exchange) {
        Answer.Asset asset = assets.get(exchange.path("name"));
        if (asset == null) {
            throw new NotThere("asset");
        }
        return asset;
    }

    private static void ours(Map<String, byte[]> contents) {
        try {
            URL folder = Objects.requireNonNull(Assets.class.getResource(FOLDER), FOLDER);
            URI place = folder.toURI();
            if (place.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                    walk(jar.getPath(FOLDER), contents);
                }
            } else {
                walk(Path.of(place), contents);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void walk(Path folder, Map<String, byte[]> contents) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                contents.put(name, Files.readAllBytes(file));
            }
        }
    }

    private static byte[] read(String path) {
        try (InputStream file = Objects.requireNonNull(Assets.class.getResourceAsStream(path), path)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("what is " + name + "?");
        };
    }
}
