package rhytid.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What is asked of an S3 server for each bucket, as a server that has everything hears it. */
class BucketProtectionTest {

    @Test
    void everyBucketIsToBeEncryptedAndToKeepVersionsAndDeletionTakesEachOfThem() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String target = exchange.getRequestURI().toString();
            heard.add(exchange.getRequestMethod() + " " + target + " " + body);
            byte[] answer = answer(target).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        S3Settings settings =
                new S3Settings("http://127.0.0.1:" + server.getAddress().getPort(), "k", "s", "clinic", "eu-1");
        try (S3PhotoStore store = new S3PhotoStore(settings)) {
            store.prepare();
            for (String bucket : List.of("clinic-originals", "clinic-pictures")) {
                assertThat(heard)
                        .anyMatch(r -> r.startsWith("PUT /" + bucket + "?encryption") && r.contains("AES256"))
                        .anyMatch(r -> r.startsWith("PUT /" + bucket + "?versioning") && r.contains("Enabled"));
            }
            heard.clear();
            store.delete(Shelf.PICTURES, "aa/photo");
            assertThat(heard)
                    .filteredOn(r -> r.startsWith("DELETE"))
                    .hasSize(2)
                    .allMatch(r -> r.contains("/clinic-pictures/aa/photo?versionId="));
        } finally {
            server.stop(0);
        }
    }

    private static String answer(String target) {
        if (!target.contains("versions")) {
            return "";
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>clinic-pictures</Name>
                <Prefix>aa/photo</Prefix><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>
                <Version><Key>aa/photo</Key><VersionId>1</VersionId><IsLatest>false</IsLatest>
                  <LastModified>2026-03-02T09:00:00.000Z</LastModified><ETag>"a"</ETag><Size>1</Size>
                  <StorageClass>STANDARD</StorageClass></Version>
                <Version><Key>aa/photo</Key><VersionId>2</VersionId><IsLatest>true</IsLatest>
                  <LastModified>2026-03-02T09:01:00.000Z</LastModified><ETag>"b"</ETag><Size>1</Size>
                  <StorageClass>STANDARD</StorageClass></Version>
                </ListVersionsResult>""";
    }
}
