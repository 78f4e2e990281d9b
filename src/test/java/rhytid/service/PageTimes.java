package rhytid.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * How long pages and lists of a {@link GrownClinic} take, as its people ask for them: requests come at random moments,
 * so many a second, whether or not those before are answered, and each is timed from the moment at which it was due.
 * First with an idle line, then while comparisons are worked on.
 */
final class PageTimes {

    private static final double GOAL_MS = 100;
    private static final int WAITING = 400;

    /** A service that was started weeks ago has its code compiled. */
    private static final int WARM_UP_S = 45;

    private final RealNode node;
    private final Random random = new Random(1);
    private final List<Route> routes = new ArrayList<>();
    private final Map<String, ConcurrentLinkedQueue<Double>> times = new ConcurrentHashMap<>();
    private final Map<String, String> wrong = new ConcurrentHashMap<>();
    private final List<String> patients = new ArrayList<>();
    private final Map<String, List<String>> visits = new TreeMap<>();

    /** What is asked for: the more weight, the more often. */
    private record Route(String name, int weight, HttpCalls caller, List<String> paths) {}

    private PageTimes(RealNode node) {
        this.node = node;
    }

    /**
     * @param seconds of each of the two parts
     * @param perSecond requests
     */
    static void measure(Path folder, int seconds, double perSecond) throws Exception {
        GrownClinic.in(folder);
        try (RealNode node = RealNode.start(folder.resolveSibling("node.log"), "--data=" + folder)) {
            PageTimes test = new PageTimes(node);
            test.look();
            test.run(WARM_UP_S, 2 * perSecond);
            test.run(seconds, perSecond);
            test.print("the line is empty");
            HttpCalls admin = node.calls().signIn(TestNode.ADMIN, TestNode.PASSWORD);
            test.fillTheLine(admin);
            long before = test.waiting(admin);
            test.run(seconds, perSecond);
            long after = test.waiting(admin);
            test.print("comparisons done meanwhile: " + (before - after) + "; still waiting: " + after);
        }
    }

    /** Signs people in and finds out what there is to ask for. */
    private void look() {
        HttpCalls admin = node.calls().signIn(TestNode.ADMIN, TestNode.PASSWORD);
        HttpCalls injector = node.calls().signIn(GrownClinic.INJECTOR, Cast.PASSWORD);
        HttpCalls patient = node.calls().signIn(GrownClinic.account(7), Cast.PASSWORD);
        String cursor = null;
        do {
            JsonNode page = admin.get("/patients?limit=100" + (cursor == null ? "" : "&cursor=" + cursor))
                    .is(200)
                    .json();
            page.get("items").forEach(one -> patients.add(one.get("id").asString()));
            cursor = page.path("nextCursor").asString(null);
        } while (cursor != null);
        List<String> comparisons = new ArrayList<>();
        List<String> photos = new ArrayList<>();
        List<String> pictures = new ArrayList<>();
        for (String id : patients) {
            List<String> own = new ArrayList<>();
            admin.get("/patients/" + id + "/visits")
                    .is(200)
                    .json()
                    .get("items")
                    .forEach(one -> own.add(one.get("id").asString()));
            visits.put(id, own);
            admin.get("/patients/" + id + "/comparisons")
                    .is(200)
                    .json()
                    .get("items")
                    .forEach(one -> {
                        comparisons.add(one.get("id").asString());
                        one.get("images")
                                .forEach(image -> pictures.add(image.get("url").asString()));
                    });
            admin.get("/visits/" + own.getFirst() + "/photos")
                    .json()
                    .get("items")
                    .forEach(one -> photos.add(one.get("id").asString()));
        }
        List<String> allVisits = visits.values().stream().flatMap(List::stream).toList();
        add("page /work", 8, injector, List.of("/work"));
        add("page /patients", 6, injector, List.of("/patients"));
        add("page /patients?q=", 5, injector, List.of("/patients?q=Family7", "/patients?q=R-12", "/patients?q=Given3"));
        add("page /patients/{id}", 10, injector, each("/patients/%s", patients));
        add("page /visits/{id}", 8, injector, each("/visits/%s", allVisits));
        add("page /comparisons/{id}", 10, injector, each("/comparisons/%s", comparisons));
        add("page /patients/{id}/timeline", 5, injector, each("/patients/%s/timeline", patients));
        add("page /patients/{id}/gallery", 4, injector, each("/patients/%s/gallery", patients));
        add("page /gallery", 5, patient, List.of("/gallery"));
        add("page /my/visits", 4, patient, List.of("/my/visits"));
        add("page /consent", 3, patient, List.of("/consent"));
        add("page /seen", 3, patient, List.of("/seen"));
        add("page /administration/people", 3, admin, List.of("/administration/people"));
        add(
                "page /administration/audit",
                4,
                admin,
                List.of("/administration/audit", "/administration/audit?action=read-photo"));
        add("page /administration/service", 4, admin, List.of("/administration/service"));
        add("page /administration/service/line", 4, admin, List.of("/administration/service/line"));
        add("GET /patients", 4, injector, List.of("/api/v1/patients"));
        add("GET /patients/{id}/visits", 4, injector, each("/api/v1/patients/%s/visits", patients));
        add("GET /visits/{id}/photos", 4, injector, each("/api/v1/visits/%s/photos", allVisits));
        add("GET /patients/{id}/comparisons", 4, injector, each("/api/v1/patients/%s/comparisons", patients));
        add("GET /comparisons/{id}", 8, injector, each("/api/v1/comparisons/%s", comparisons));
        add("GET /patients/{id}/gallery", 4, injector, each("/api/v1/patients/%s/gallery", patients));
        add("GET /audit", 3, admin, List.of("/api/v1/audit"));
        add("GET /photos/{id}/thumbnail", 15, injector, each("/api/v1/photos/%s/thumbnail", photos));
        add("GET /comparisons/{id}/images/{name}", 8, injector, pictures);
    }

    private void add(String name, int weight, HttpCalls caller, List<String> paths) {
        routes.add(new Route(name, weight, caller.to(node.base()), paths));
    }

    private static List<String> each(String pattern, List<String> ids) {
        return ids.stream().map(pattern::formatted).toList();
    }

    /** Visits that were not compared with each other yet. */
    private void fillTheLine(HttpCalls admin) {
        for (int i = 0; i < WAITING; i++) {
            List<String> own = visits.get(patients.get(i % patients.size()));
            if (own.size() < 2) {
                continue;
            }
            int first = random.nextInt(own.size() - 1);
            admin.post("/comparisons", Map.of("baselineVisit", own.get(first + 1), "followUpVisit", own.get(first)))
                    .is(202);
        }
    }

    private long waiting(HttpCalls admin) {
        JsonNode line = admin.get("/service").is(200).json().get("line");
        return line.get("waiting").asLong() + line.get("running").asLong();
    }

    private void run(int seconds, double perSecond) throws InterruptedException {
        times.clear();
        wrong.clear();
        int sum = routes.stream().mapToInt(Route::weight).sum();
        long due = System.nanoTime();
        long end = due + TimeUnit.SECONDS.toNanos(seconds);
        List<Thread> asked = new ArrayList<>();
        while (due < end) {
            due += (long) (-Math.log(1 - random.nextDouble()) / perSecond * 1e9);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            Route route = drawn(random.nextInt(sum));
            String path = route.paths().get(random.nextInt(route.paths().size()));
            long from = due;
            asked.add(Thread.startVirtualThread(() -> ask(route, path, from)));
        }
        for (Thread one : asked) {
            one.join();
        }
    }

    private Route drawn(int number) {
        int left = number;
        for (Route route : routes) {
            left -= route.weight();
            if (left < 0) {
                return route;
            }
        }
        throw new AssertionError();
    }

    private void ask(Route route, String path, long from) {
        try {
            int status = route.caller().get(path).status();
            if (status != 200) {
                wrong.put(route.name(), path + " answered " + status);
            }
        } catch (IllegalStateException e) {
            wrong.put(route.name(), path + ": " + e.getCause());
        }
        times.computeIfAbsent(route.name(), name -> new ConcurrentLinkedQueue<>())
                .add((System.nanoTime() - from) / 1e6);
    }

    private void print(String what) {
        System.out.printf(
                "%n%s%n| route | requests | p50 ms | p95 ms | p99 ms | most ms | |%n|---|---:|---:|---:|---:|---:|---|%n",
                what);
        List<Double> all = new ArrayList<>();
        for (Route route : routes) {
            List<Double> own = List.copyOf(times.getOrDefault(route.name(), new ConcurrentLinkedQueue<>()));
            all.addAll(own);
            row(route.name(), own);
        }
        row("all", all);
    }

    private void row(String name, List<Double> own) {
        double[] sorted = own.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length > 0) {
            double worst = at(sorted, 0.99);
            System.out.printf(
                    "| %s | %d | %.1f | %.1f | %.1f | %.1f | %s%s |%n",
                    name,
                    sorted.length,
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    worst,
                    sorted[sorted.length - 1],
                    worst > GOAL_MS ? "over" : "",
                    wrong.containsKey(name) ? " " + wrong.get(name) : "");
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
