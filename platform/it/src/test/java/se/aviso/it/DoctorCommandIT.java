package se.aviso.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The doctor as an operator calls it: out of the distribution, with no other class path than that has. */
@OnRunningProduct
class DoctorCommandIT {
    private final Product product;

    DoctorCommandIT(Product product) {
        this.product = product;
    }

    @Test
    void asksEveryCheckBesideTheRunningProductAndFindsNothing() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar = Product.distribution().resolve("aviso.jar").toString();
        var builder = new ProcessBuilder(List.of(
                        java,
                        "-Xmx64m",
                        "-jar",
                        jar,
                        "doctor",
                        "--data",
                        product.data().toString()))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AVISO_"));
        var doctor = builder.start();
        var said = new String(doctor.getInputStream().readAllBytes(), UTF_8);
        assertThat(doctor.waitFor()).as(said).isZero();
        assertThat(said).contains("01-entries-balance", "73-suggestions-are-counted", "\"violations\":0");
    }
}
