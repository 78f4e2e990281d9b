package rhytid.service;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import rhytid.app.Service;
import rhytid.cli.ServeCommand;

/** A node as a process of its own, with a stand-in for the line that takes its time. */
public final class NodeMain {

    private NodeMain() {}

    public static void main(String[] args) throws Exception {
        FakeLine line = new FakeLine();
        line.takesMs(Long.getLong("slow", 0));
        ServeCommand options = new ServeCommand((command, version) -> {});
        new CommandLine(options).parseArgs(args);
        Service service = Service.start(options, "test", TestNode.parts(line, TestNode.QUICK_JOBS, Clock.systemUTC()));
        System.out.println("PORT " + service.port());
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        new CountDownLatch(1).await();
    }
}
