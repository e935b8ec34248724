package se.aviso.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.aviso.launcher.console.Refusal;

/** Against a server that answers as the product does for one run. */
class RunsTest {
    private final Deque<String> states = new ArrayDeque<>();
    private final List<String> posts = new ArrayList<>();
    private HttpServer server;
    private Runs runs;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/invoice-runs/", this::answer);
        server.start();
        runs = new Runs(new Api("http://127.0.0.1:" + server.getAddress().getPort(), () -> "token"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRunThatIsUnderWayIsWaitedFor() {
        states.addAll(List.of("RUNNING", "RUNNING", "DONE"));
        runs.finish("r1");
        assertThat(posts).isEmpty();
    }

    @Test
    void aRunThatFailedIsResumedAndWaitedFor() {
        states.addAll(List.of("FAILED", "FAILED", "RUNNING", "DONE"));
        runs.finish("r1");
        assertThat(posts).containsExactly("/api/v1/invoice-runs/r1:resume");
    }

    @Test
    void aRunThatFailsAgainIsNamedInOneSentence() {
        states.addAll(List.of("FAILED", "FAILED", "RUNNING", "FAILED"));
        assertThatThrownBy(() -> runs.finish("r1"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Run r1 failed again, with 3 of 10 done;"
                        + " why stands in log/server.0.log of the data folder.");
        assertThat(posts).hasSize(1);
    }

    @Test
    void aRunThatWasCancelledIsNotWaitedFor() {
        states.add("CANCELLED");
        assertThatThrownBy(() -> runs.finish("r1"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Run r1 was cancelled");
    }

    /** Each look takes the next state; the last one stays. */
    private synchronized void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            posts.add(exchange.getRequestURI().getPath());
        }
        var state = states.size() > 1 && exchange.getRequestMethod().equals("GET") ? states.pop() : states.getFirst();
        var body = ("{\"state\":\"" + state + "\",\"done\":3,\"total\":10}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
