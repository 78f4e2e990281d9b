package rhytid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import rhytid.face.FaceFinder;
import rhytid.face.LookPlan;
import rhytid.face.Models;

/** As many workers as there are cores, each with a face finder of its own. */
public final class Crew implements AutoCloseable {

    private final BlockingQueue<FaceFinder> finders = new LinkedBlockingQueue<>();
    private final ExecutorService workers;

    public Crew(Models models, LookPlan plan) {
        int cores = Runtime.getRuntime().availableProcessors();
        this.workers = Executors.newFixedThreadPool(cores);
        for (int i = 0; i < cores; i++) {
            finders.add(new FaceFinder(models, plan));
        }
    }

    /** What the work makes of each item, in the items' order. What it throws is thrown on. */
    public <T, R> List<R> each(List<T> items, BiFunction<FaceFinder, T, R> work) {
        List<Future<R>> started = new ArrayList<>();
        for (T item : items) {
            started.add(workers.submit(() -> {
                FaceFinder finder = finders.take();
                try {
                    return work.apply(finder, item);
                } finally {
                    finders.add(finder);
                }
            }));
        }
        List<R> results = new ArrayList<>();
        try {
            for (Future<R> one : started) {
                results.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return results;
    }

    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
        finders.forEach(FaceFinder::close);
    }
}
