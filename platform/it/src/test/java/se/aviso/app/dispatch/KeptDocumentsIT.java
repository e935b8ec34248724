package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.document.Seller;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.it.TestDatabase;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.TenantId;
import se.aviso.kernel.VatRate;

/** What was handed over is kept to the byte, what is alike once, on a real database. */
class KeptDocumentsIT {
    private static final TenantId TENANT = new TenantId(new UUID(7, 7));
    private static final TenantId OTHER = new TenantId(new UUID(9, 9));
    private static final int COUNT = 200;
    private static final int OLD = 1;
    private static final int MOST_BYTES = 3_000;
    private static final String STAMPED = "s.invoice_id = md5('i10')::uuid";
    private static final DocumentWriter WRITER = new DocumentWriter();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final List<String> PLANTING = List.of(
            "insert into group_node (tenant_id, id, kind, slug, name, path) values ('%1$s', md5('g')::uuid, 2, 'klubb',"
                    + " 'Klubben', '/00001/')",
            "insert into member (tenant_id, id, number, given_name, family_name, born, channel) values ('%1$s', md5('m')::uuid,"
                    + " 1, 'Moa', 'Medlem', '1990-01-01', 0)",
            "insert into invoice (tenant_id, id, kind, occasion, seller_group_id, number, giro, ocr, member_id, group_id, total,"
                    + " currency, issued_on, due_on, snapshot, created_at) select '%1$s', md5('i' || n)::uuid, 0, 0,"
                    + " md5('g')::uuid, n, '1', n::text, md5('m')::uuid, md5('g')::uuid, 100, 'SEK', case n when 1 then"
                    + " date '2010-03-01' else date '2026-03-01' end, '2026-03-31', '{\"recipient\": {\"name\": \"Moa\"}}', now()"
                    + " from generate_series(1, %2$d) n",
            "insert into dispatch (tenant_id, id, invoice_id, document, channel, state, next_attempt_at, created_at, changed_at)"
                    + " select '%1$s', md5('d' || n)::uuid, md5('i' || n)::uuid, 0, 0, 2, now(), now(), now()"
                    + " from generate_series(1, %2$d) n");

    private static TestDatabase database;

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.start();
        database.addTenant(TENANT.value(), "fjall");
        database.addTenant(OTHER.value(), "annan");
        try (var connection = connect(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            for (var planting : PLANTING) {
                statement.execute(planting.formatted(TENANT.value(), COUNT));
            }
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void aChunkIsKeptToTheByteAndOnceMoreCostsNothing() throws SQLException {
        try (var connection = connect(TestDatabase.APP);
                var statement = connection.createStatement()) {
            var chunk = chunk(10, 30);
            keep(connection, chunk);
            var sizes = sizes(statement);
            keep(connection, chunk);

            assertThat(sizes(statement)).isEqualTo(sizes);
            for (var each : chunk) {
                assertThat(shown(connection, each)).hasValue(each.pdf());
            }
            assertThat(count(statement, "select pg_column_size(s.*) from sent_document s where " + STAMPED))
                    .as("what one more costs")
                    .isLessThanOrEqualTo(MOST_BYTES);
            assertThat(count(
                            statement,
                            "select count(*) from sent_document s where s.shape = "
                                    + "(select shape from sent_document s where " + STAMPED + ")"))
                    .as("of one shape")
                    .isGreaterThan(chunk.size() / 2);
        }
        assertThat(off()).isEmpty();
    }

    @Test
    void anotherTenantSeesNothingAndNobodyChangesWhatIsKept() throws SQLException {
        try (var connection = connect(TestDatabase.APP);
                var statement = connection.createStatement()) {
            keep(connection, chunk(30, 31));
            for (var table : List.of("document_part", "document_shape", "sent_document")) {
                assertThatThrownBy(() -> statement.execute("delete from " + table))
                        .hasMessageContaining("denied");
                assertThatThrownBy(() -> statement.execute("update " + table + " set hash = hash"))
                        .hasMessageContaining("denied");
            }
            assertThatThrownBy(() -> statement.execute("insert into document_part (tenant_id, hash, content) values ('"
                            + TENANT.value() + "', sha256('a'), 'b')"))
                    .as("a part is what its hash says")
                    .hasMessageContaining("check constraint");
            statement.execute("select set_config('app.tenant', '" + OTHER.value() + "', false)");
            assertThat(count(statement, "select count(*) from document_part")).isZero();
            assertThat(count(statement, "select count(*) from sent_document")).isZero();
        }
    }

    @Test
    void twoWhoKeepTheSamePartsWaitForEachOther() throws Exception {
        try (var one = connect(TestDatabase.APP);
                var other = connect(TestDatabase.APP)) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            var mine = chunk(40, 50, "Föreningen vid sjön");
            var theirs = chunk(50, 60, "Föreningen vid sjön");
            keep(one, mine);
            var worker = Executors.newSingleThreadExecutor();
            try {
                var late = worker.submit(() -> keep(other, theirs));
                assertThatThrownBy(() -> late.get(300, TimeUnit.MILLISECONDS))
                        .as("it waits")
                        .isNotNull();
                one.commit();
                late.get(1, TimeUnit.MINUTES);
                other.commit();
            } finally {
                worker.shutdownNow();
            }
            assertThat(shown(other, theirs.get(0))).hasValue(theirs.get(0).pdf());
        }
        assertThat(off()).isEmpty();
    }

    @Test
    void doctorMissesADocumentAPartAndOtherBytes() throws SQLException {
        try (var app = connect(TestDatabase.APP)) {
            keep(app, chunk(70, 71, "En som har ett ord för sig"));
        }
        assertThat(offAfter("delete from sent_document where invoice_id = md5('i70')::uuid"))
                .containsExactly("no document");
        assertThat(offAfter("update sent_document set own[2] = own[1] where invoice_id = md5('i70')::uuid"))
                .containsExactly("other bytes");
        assertThat(offAfter("delete from document_part p using document_shape h where p.hash = h.parts[1]"))
                .contains("no part");
    }

    @Test
    void whatNeedNotBeKeptIsTakenAwayWithTheName() throws SQLException {
        try (var connection = connect(TestDatabase.APP);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var chunk = chunk(OLD, OLD + 2);
            keep(connection, chunk);
            assertThat(count(statement, "select purge_invoices(100)")).isEqualTo(1);

            assertThat(shown(connection, chunk.get(0))).isEmpty();
            assertThat(shown(connection, chunk.get(1))).isPresent();
            assertThat(count(statement, "select count(*) from dispatch where kept and id = md5('d1')::uuid"))
                    .isZero();
            assertThat(off(statement)).isEmpty();
            connection.rollback();
        }
    }

    private static void keep(Connection connection, List<SentDocumentStore.Leaving> chunk) {
        Tenancy.within(TENANT, () -> {
            var sql = Sql.on(connection);
            chunk.forEach(each -> sql.update(
                    "update dispatch set document_hash = ?, kept = true where tenant_id = ? and id = ?",
                    each.hash(),
                    TENANT,
                    each.dispatch()));
            store(connection).keep(chunk);
        });
    }

    @SuppressWarnings("UnnecessaryAssignment") // this test is the framework
    private static SentDocumentStore store(Connection connection) {
        var store = new SentDocumentStore();
        store.sql = Sql.on(connection);
        return store;
    }

    private static Optional<byte[]> shown(Connection connection, SentDocumentStore.Leaving each) {
        return Tenancy.within(TENANT, () -> {
            var invoice = Sql.on(connection)
                    .one("select invoice_id from dispatch where id = ?", row -> row.uuid("invoice_id"), each.dispatch())
                    .orElseThrow();
            return store(connection).pdf(invoice, each.hash());
        });
    }

    private static List<SentDocumentStore.Leaving> chunk(int from, int to) {
        return chunk(from, to, "Klubben");
    }

    /** Every seventh has a name that is laid out. */
    private static List<SentDocumentStore.Leaving> chunk(int from, int to, String seller) {
        return IntStream.range(from, to)
                .mapToObj(n -> {
                    var pdf = WRITER.pdf(document(n, n % 7 == 0 ? "Лев Ek" : "Åsa Öberg", seller));
                    return new SentDocumentStore.Leaving(dispatch(n), ShowSentDocument.hash(pdf), pdf);
                })
                .toList();
    }

    private static UUID dispatch(int n) {
        try (var connection = connect(TestDatabase.APP);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select md5('d" + n + "')::uuid")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static DocumentData document(int n, String recipient, String seller) {
        return new DocumentData(
                new DocumentData.Form(
                        DocumentData.Kind.FIRST, DocumentData.Language.SV, DocumentData.Look.KLASSISK, "#1f4e5f"),
                new Seller(
                        seller,
                        List.of("Storgatan 14", "831 30 Östersund"),
                        new Seller.Registration(
                                Optional.of(new OrganisationNumber("8024990007")), "", false, "Östersund"),
                        new Seller.Accounts(
                                Optional.of(BankgiroNumber.parse("991-2346")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new Seller.Contact("08-465 004 10", "medlem@klubben.example", "klubben.example"),
                        Optional.empty()),
                new DocumentData.Recipient(List.of(recipient, "Kyrkogatan " + n, "831 31 Östersund"), "40217"),
                new DocumentData.Facts(
                        Integer.toString(20_260_000 + n), DAY, Optional.of(DAY.plusDays(30)), Optional.empty(), ""),
                List.of(DocumentData.Line.of("Medlemsavgift", "", 1, Money.kronor(355), VatRate.EXEMPT)),
                DocumentData.Sums.NONE,
                Optional.of(new DocumentData.Payment(OcrReference.ofSerial(20_000 + n), DAY.plusDays(30))),
                Optional.empty(),
                new DocumentData.Wording("", "", ""));
    }

    private static List<Long> sizes(Statement statement) throws SQLException {
        var sizes = new ArrayList<Long>();
        for (var table : List.of("document_part", "document_shape", "sent_document")) {
            sizes.add(count(statement, "select count(*) from " + table));
        }
        return sizes;
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> off() throws SQLException {
        try (var connection = connect(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            return off(statement);
        }
    }

    private static List<String> offAfter(String harm) throws SQLException {
        try (var connection = connect(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(harm);
            var found = off(statement);
            connection.rollback();
            return found;
        }
    }

    private static List<String> off(Statement statement) throws SQLException {
        var found = new ArrayList<String>();
        try (var rows = statement.executeQuery(check())) {
            while (rows.next()) {
                found.add(rows.getString(2));
            }
        }
        return found;
    }

    private static String check() {
        try (var check = KeptDocumentsIT.class.getResourceAsStream("/doctor/98-what-was-sent-is-kept.sql")) {
            return new String(Objects.requireNonNull(check).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static Connection connect(String role) throws SQLException {
        var connection = database.as(role);
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + TENANT.value() + "', false)");
        }
        return connection;
    }
}
