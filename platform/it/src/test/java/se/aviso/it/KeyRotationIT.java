package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys are rotated beside the running product; killed in the middle, the rotation goes on where it stood. */
@OnRunningProduct
class KeyRotationIT {
    private static final String ANNAN = "annan";
    private static final String NEWEST = "(select max(version) from tenant_key)";
    private static final int MEMBERS = 250;

    private final Product product;
    private final Client office;

    KeyRotationIT(Product product) {
        this.product = product;
        this.office = product.admin(ANNAN);
    }

    @Test
    void aRotationThatWasKilledGoesOnAndEveryNumberIsReadMeanwhile() throws SQLException, InterruptedException {
        var list = new StringBuilder(
                "number,group,type,givenName,familyName,born,email,street,postalCode,city,personalNumber\n");
        for (var i = 0; i < MEMBERS; i++) {
            list.append(910_000 + i).append(",annan-ett,ar,Nyckel,Ring,1970-01-02,,Gatan 1,111 22,Ort,");
            list.append(Numbers.of("700102", i)).append('\n');
        }
        office.importMembers(list.toString()).expect(200);
        var before = number("select max(version) from tenant_key");
        killInTheMiddle();
        assertThat(number("select count(*) from tenant_key")).isEqualTo(2);
        assertThat(number("select count(*) from personal_number where key_version = " + before))
                .isPositive();
        assertEachIsRead();
        assertThat(rotate().waitFor()).isZero();
        assertThat(number("select count(*) from tenant_key")).isEqualTo(1);
        assertThat(number("select min(key_version) from personal_number")).isEqualTo(before + 1);
        assertEachIsRead();
    }

    /** Somebody has a row of the last chunk in hand; so the rotation stands still there, with the first ones done. */
    private void killInTheMiddle() throws SQLException, InterruptedException {
        var database = product.books().settings();
        try (var connection =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select set_config('app.tenant', (select id::text from tenant where slug = 'annan'), true)");
            statement.execute("select 1 from personal_number where member_id = "
                    + "(select max(member_id::text)::uuid from personal_number) for update");
            var rotation = rotate();
            Waiting.until(
                    "the first chunk to be sealed anew",
                    () -> number("select count(*) from personal_number where key_version = " + NEWEST) >= 200
                            && number("select count(*) from tenant_key") == 2);
            assertEachIsRead();
            rotation.descendants().forEach(ProcessHandle::destroyForcibly);
            rotation.destroyForcibly().waitFor();
            connection.rollback();
        }
    }

    /** The first and the last, of which one is sealed by the old key and the other by the new one. */
    private void assertEachIsRead() {
        for (var i : List.of(0, MEMBERS - 1)) {
            var digits = Numbers.of("700102", i);
            var found = office.get("members?q=" + digits).expect(200).json().get("items");
            assertThat(found).hasSize(1);
            var id = found.get(0).get("id").asText();
            var whole = office.post("members/" + id + "/personal-number:reveal", Map.of("reason", "Prov av nyckel"))
                    .expect(200)
                    .json()
                    .get("personalNumber")
                    .asText();
            assertThat(whole.replace("-", "")).isEqualTo(digits);
        }
    }

    private long number(String query) {
        return product.books().number(ANNAN, query);
    }

    private Process rotate() {
        var home = Product.distribution();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = List.of(
                java,
                "-Xmx64m",
                "-jar",
                home.resolve("aviso.jar").toString(),
                "rotate-keys",
                "--rows",
                "--data",
                product.data().toString());
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                product.data().resolve("rotate.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("AVISO_"));
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
