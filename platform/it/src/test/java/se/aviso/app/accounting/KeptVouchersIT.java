package se.aviso.app.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.aviso.accounting.BooksYear;
import se.aviso.accounting.ExportPeriod;
import se.aviso.accounting.Hindrance;
import se.aviso.app.plugin.TenantPluginsAtHand;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStores;
import se.aviso.it.TestDatabase;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.TenantId;
import se.aviso.spi.accounting.NamedDimension;
import se.aviso.spi.accounting.NamedObject;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.PostedPart.Origin;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;
import se.aviso.spi.accounting.VoucherRow.Dimension;

/** What is kept of exports, on a real database: chunk by chunk, once, and never changed. */
class KeptVouchersIT {
    private static final TenantId TENANT = new TenantId(new UUID(8, 8));
    private static final int ENTRIES = 2_300;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Currency SEK = Currency.getInstance("SEK");
    private static final List<String> PLANTING = List.of(
            "insert into group_node (tenant_id, id, kind, slug, name, path) select '%1$s', md5('g' || n)::uuid, 2, 'klubb-' || n,"
                    + " 'Klubben ' || n, '/' || lpad(n::text, 5, '0') || '/' from generate_series(1, 14) n",
            "insert into ledger_entry (tenant_id, id, seller_group_id, kind, booked_on, created_at) select '%1$s',"
                    + " lpad(to_hex(g * 65536 + n), 32, '0')::uuid, md5('g' || g)::uuid, n %% 12, date '2026-03-01', now()"
                    + " from generate_series(1, 14) g, generate_series(1, case g when 1 then %2$d when 2 then 2000 when 10 then 1500 when 12 then 1001 else 3 end) n",
            "insert into posting (tenant_id, entry_id, position, account, side, amount, currency) select e.tenant_id, e.id,"
                    + " s, case s when 0 then 1510 else 3010 end, s, 100, 'SEK' from ledger_entry e, generate_series(0, 1) s");

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final PostedPart FEE = new PostedPart(
            new UUID(7, 7),
            DAY,
            "ISSUE",
            "REVENUE",
            3010,
            Money.ore(-100),
            new Origin(List.of(), "", "", Optional.empty(), Optional.empty()));

    /** A fee of a member of the fifth club. */
    private static final List<String> CLAIM = List.of(
            "insert into membership_type (tenant_id, id, slug, name_sv, name_en, period_rule, age_on, vat, account, renewal_kind,"
                    + " renewal_days_before, payment_term_days, reminder_after_days, lapse_after_days) values ('%1$s',"
                    + " md5('t')::uuid, 'vuxen', 'Vuxen', 'Adult', 0, 0, 0, 3010, 0, 30, 30, 10, 60)",
            "insert into member (tenant_id, id, number, given_name, family_name, born, channel) values ('%1$s', md5('m')::uuid,"
                    + " 1, 'Moa', 'Medlem', '1990-01-01', 0)",
            "insert into membership (tenant_id, id, member_id, group_id, type_id, joined_on, status) values ('%1$s',"
                    + " md5('ms')::uuid, md5('m')::uuid, md5('g5')::uuid, md5('t')::uuid, '2026-01-01', 1)",
            "insert into period (tenant_id, id, membership_id, ordinal, first_day, last_day, state) values ('%1$s',"
                    + " md5('p')::uuid, md5('ms')::uuid, 1, '2026-01-01', '2026-12-31', 1)",
            "insert into invoice (tenant_id, id, kind, occasion, seller_group_id, number, giro, ocr, member_id, group_id, total,"
                    + " currency, issued_on, due_on, snapshot, created_at) values ('%1$s', md5('i')::uuid, 0, 0, md5('g5')::uuid,"
                    + " 1, '1', '18', md5('m')::uuid, md5('g5')::uuid, 100, 'SEK', '2026-03-01', '2026-03-31', '{}', now())",
            "insert into invoice_line (tenant_id, invoice_id, position, kind, text, quantity, unit, amount, vat, vat_amount,"
                    + " account, period_id) values ('%1$s', md5('i')::uuid, 1, 0, 'Avgift', 1, 100, 100, 0, 0, 3010,"
                    + " md5('p')::uuid)",
            "insert into ledger_entry (tenant_id, id, seller_group_id, kind, booked_on, created_at) values ('%1$s',"
                    + " '00000000-0000-0007-0000-000000000007', md5('g5')::uuid, 0, '2026-03-01', now())",
            "insert into posting (tenant_id, entry_id, position, account, side, amount, currency, invoice_id) select '%1$s',"
                    + " '00000000-0000-0007-0000-000000000007', s, case s when 0 then 1510 else 3010 end, s, 100, 'SEK',"
                    + " md5('i')::uuid from generate_series(0, 1) s");

    private static TestDatabase database;

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.start();
        database.addTenant(TENANT.value(), "bok");
        try (var connection = connect(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            for (var planting : PLANTING) {
                statement.execute(planting.formatted(TENANT.value(), ENTRIES));
            }
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void anExportIsDecidedChunkByChunkAndToldWhole() throws SQLException {
        assertThat(decided(1)).hasSize(ENTRIES).doesNotHaveDuplicates();
    }

    @Test
    void oneThatEndsWithAChunkHasAnEndToo() throws SQLException {
        assertThat(decided(2)).hasSize(2_000);
    }

    private static List<UUID> decided(int seller) throws SQLException {
        try (var connection = connect(TestDatabase.APP)) {
            return Tenancy.within(TENANT, () -> {
                var at = new At(connection);
                var export = at.export(seller);
                assertThat(at.troubles.ready(10)).contains(export);
                at.keep.decide(export);
                at.keep.decide(export);
                assertThat(at.kept.isDecided(export)).isTrue();
                assertThat(off()).isEmpty();
                return at.told(export);
            });
        }
    }

    @Test
    void ofTwoWhoDecideTheSameChunkTheFirstIsKept() throws Exception {
        try (var one = connect(TestDatabase.APP);
                var other = connect(TestDatabase.APP)) {
            var first = new At(one);
            var export = Tenancy.within(TENANT, () -> first.export(3));
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            Tenancy.within(
                    TENANT, () -> first.kept.keep(export, Optional.empty(), first.chunk(export, "first", List.of())));
            var worker = Executors.newSingleThreadExecutor();
            try {
                var late = worker.submit(() -> Tenancy.within(TENANT, () -> {
                    var second = new At(other);
                    second.kept.keep(export, Optional.empty(), second.chunk(export, "second", List.of()));
                }));
                assertThatThrownBy(() -> late.get(300, TimeUnit.MILLISECONDS))
                        .as("it waits")
                        .isNotNull();
                one.commit();
                late.get(1, TimeUnit.MINUTES);
                other.commit();
            } finally {
                worker.shutdownNow();
            }
            assertThat(Tenancy.within(TENANT, () -> first.kept.part(whole(export), Optional.empty())))
                    .hasSize(3)
                    .allMatch(kept -> kept.voucher().text().equals("first"));
        }
    }

    @Test
    void dimensionsAndObjectsHaveTheNamesOfTheDayOnWhichItWasDecided() throws SQLException {
        try (var connection = connect(TestDatabase.APP)) {
            Tenancy.within(TENANT, () -> {
                var at = new At(connection);
                var export = at.export(4);
                var on = List.of(new Dimension(21, "klubb-4"), new Dimension(1, "P1"));
                at.kept.keep(export, Optional.empty(), at.chunk(export, "", on));
                at.objects.finish(export, List.of(new NamedDimension(21, "Lag", Optional.of(20))));
                Sql.on(connection).update("update group_node set name = 'Ny' where slug = 'klubb-4'");
                at.objects.finish(export, List.of());
                assertThat(at.objects.dimensions(export))
                        .containsExactly(
                                new NamedDimension(1, "Kostnadsställe", Optional.empty()),
                                new NamedDimension(20, "Dimension 20", Optional.empty()),
                                new NamedDimension(21, "Lag", Optional.of(20)));
                assertThat(at.objects.objects(export))
                        .containsExactly(new NamedObject(1, "P1", "P1"), new NamedObject(21, "klubb-4", "Klubben 4"));
                assertThat(off()).isEmpty();
            });
        }
    }

    @Test
    void theSumsOfKeptVouchersAreThePostingsOfTheirEntries() throws SQLException {
        try (var connection = connect(TestDatabase.APP)) {
            Tenancy.within(TENANT, () -> {
                var at = new At(connection);
                var export = at.export(13);
                assertThat(at.sums(export).difference())
                        .as("nothing is decided yet")
                        .isEqualTo("3.00");
                at.keep.decide(export);
                var sums = at.sums(export);
                assertThat(sums.agrees()).isTrue();
                assertThat(List.of(sums.bookedDebit(), sums.posted(), sums.debit(), sums.credit()))
                        .containsOnly("3.00");
                assertThat(sums.items())
                        .containsExactly(
                                new FindExportSums.Sum("2026-03", 1510, "3.00", "0.00", "3.00", "0.00"),
                                new FindExportSums.Sum("2026-03", 3010, "0.00", "3.00", "0.00", "3.00"));
            });
        }
    }

    /** An entry each has a voucher of its own day, and one of the first of each year that follows. */
    @Test
    void theYearsOfAnExportTogetherAreExactlyAllOfIt() throws SQLException {
        try (var connection = connect(TestDatabase.APP)) {
            Tenancy.within(TENANT, () -> {
                var at = new At(connection);
                var export = at.export(14, Optional.of(new ExportRules.Held("SPREAD", Map.of())));
                at.kept.keep(export, Optional.empty(), at.spread(export, 3));
                at.years.add(export);
                at.years.add(export);
                at.objects.finish(export, List.of());
                var all = at.told(whole(export));
                assertThat(all).hasSize(12);
                assertThat(at.years.of(export))
                        .containsExactly(
                                new KeptYears.Kept(2026, 3, 300),
                                new KeptYears.Kept(2027, 3, 300),
                                new KeptYears.Kept(2028, 3, 300),
                                new KeptYears.Kept(2029, 3, 300));
                var parts = new ArrayList<KeptVouchers.Kept>();
                for (var year : at.years.of(export)) {
                    var days = new BooksYear(year.year()).days();
                    var part = at.told(new KeptVouchers.Asked(export, SEK, Optional.of(days)));
                    assertThat(part)
                            .hasSize(3)
                            .allMatch(kept -> days.contains(kept.voucher().day()));
                    assertThat(at.told(new KeptVouchers.Asked(export, SEK, Optional.of(days))))
                            .as("whenever it is told")
                            .isEqualTo(part);
                    parts.addAll(part);
                }
                assertThat(parts).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
            });
        }
        lost("update exported_year set vouchers = vouchers + 1");
        lost("update exported_year set turnover = turnover - 1");
        lost("delete from exported_year where year = 2027");
        lost("update exported_voucher set day = day + 10000 where id <> entry_id");
    }

    private static void lost(String tampering) throws SQLException {
        try (var connection = connect(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var before = off(statement, "89-years-are-their-vouchers");
            assertThat(statement.executeUpdate(tampering)).isPositive();
            assertThat(off(statement, "89-years-are-their-vouchers"))
                    .as(tampering)
                    .hasSizeGreaterThan(before.size());
            connection.rollback();
        }
    }

    @Test
    void whatIsTamperedWithIsFound() throws SQLException {
        try (var connection = connect(TestDatabase.APP)) {
            Tenancy.within(TENANT, () -> {
                var at = new At(connection);
                at.keep.decide(at.export(6));
                at.keep.decide(at.export(7));
            });
        }
        found("update exported_voucher set posted = posted + 1");
        found("update exported_voucher set rows = jsonb_set(rows, '{0,amount}', '99')");
        found("update exported_voucher set rows = rows || rows");
        found("update exported_voucher set day = day + 1");
        found("update decided_export set vouchers = vouchers + 1");
        found("delete from exported_voucher");
    }

    private static void found(String tampering) throws SQLException {
        try (var connection = connect(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(off(statement)).isEmpty();
            assertThat(statement.executeUpdate(tampering)).isPositive();
            assertThat(off(statement)).as(tampering).isNotEmpty();
            connection.rollback();
        }
    }

    @Test
    void whatRulesAreToldOfManyEntriesIsReadAtOnce() throws SQLException {
        try (var connection = connect(TestDatabase.APP)) {
            Tenancy.within(TENANT, () -> {
                var at = new At(connection);
                var part = at.vouchers.part(at.export(5), Optional.empty());
                assertThat(at.facts.of(part.stream().map(Voucher::id).toList()).entries())
                        .hasSize(3)
                        .allSatisfy((id, entry) ->
                                assertThat(entry.origin().ruledOn()).isEmpty());
            });
        }
    }

    @Test
    void eachExportHasAChunkInItsTurn() throws SQLException {
        try (var connection = connect(TestDatabase.APP)) {
            Tenancy.within(TENANT, () -> {
                var at = new At(connection);
                var large = at.export(10);
                var small = at.export(11);
                assertThat(at.keep.decideSome(() -> false))
                        .as("more is to come")
                        .isTrue();
                assertThat(at.kept.isDecided(small))
                        .as("the small one waits for no other")
                        .isTrue();
                assertThat(at.kept.isDecided(large)).isFalse();
                assertThat(at.keep.decideSome(() -> true))
                        .as("the house closes")
                        .isFalse();
                assertThat(at.kept.isDecided(large)).isFalse();
                assertThat(at.keep.decideSome(() -> false)).isFalse();
                assertThat(at.kept.isDecided(large)).isTrue();
                assertThat(off()).isEmpty();
            });
        }
    }

    @Test
    void whatCannotBeDecidedRestsLongerEachTimeSaysWhyAndStandsInNoOthersWay() throws SQLException {
        try (var connection = connect(TestDatabase.APP)) {
            Tenancy.within(TENANT, () -> {
                var at = new At(connection);
                var stuck = at.export(8, Optional.of(new ExportRules.Held("GONE", Map.of())));
                assertThat(at.keep.decideSome(() -> false)).isFalse();
                assertThat(at.trouble(stuck))
                        .contains(
                                new ExportStore.Trouble(Hindrance.MISSING, 1, NOON, NOON.plus(Duration.ofMinutes(5))));
                var other = at.export(9);
                assertThat(at.troubles.ready(1))
                        .as("one at rest is not looked at")
                        .containsExactly(other);
                at.keep.decide(other);

                var later = new At(connection, NOON.plus(Duration.ofMinutes(5)));
                assertThat(later.troubles.ready(10)).contains(stuck);
                later.keep.decideSome(() -> false);
                assertThat(later.trouble(stuck).orElseThrow().tries()).isEqualTo(2);
                assertThat(later.trouble(stuck).orElseThrow().againAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
                assertThat(later.troubles.ready(10)).doesNotContain(stuck);
            });
            owning("update accounting_export set rules = null where rules = 'GONE'");
            Tenancy.within(TENANT, () -> {
                var mended = new At(connection, NOON.plus(Duration.ofMinutes(15)));
                mended.keep.decideSome(() -> false);
                assertThat(mended.troubles.ready(10)).isEmpty();
                assertThat(off()).isEmpty();
            });
        }
    }

    private static void owning(String statement) throws SQLException {
        try (var connection = connect(TestDatabase.OWNER);
                var owner = connection.createStatement()) {
            assertThat(owner.executeUpdate(statement)).isPositive();
        }
    }

    @Test
    void rulesThatAreTurnedOnAndDoNotRunAreMissed() throws SQLException {
        try (var connection = connect(TestDatabase.APP);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var choice =
                    "insert into plugin_choice (tenant_id, id, plugin, group_id, turned_on, settings, offers, changed_at,"
                            + " changed_by) select '" + TENANT.value()
                            + "', gen_random_uuid(), '%s', %s, true, '{}', %s, now(), 'test'";
            statement.execute(
                    choice.formatted("gone", "md5('g5')::uuid", "array['ConnectionTest', 'AccountingRules']"));
            statement.execute(choice.formatted("other", "null", "array['DispatchChannel']"));
            statement.execute(choice.formatted("older", "md5('g4')::uuid", "null"));
            Tenancy.within(TENANT, () -> {
                var rules = new At(connection).keep.rules;
                assertThat(rules.of("/00006/")).as("another club").isEmpty();
                assertThatThrownBy(() -> rules.of("/00005/"))
                        .isInstanceOf(RuleViolation.class)
                        .hasMessageContaining("accounting-rules-missing")
                        .hasMessageContaining("gone");
                assertThatThrownBy(() -> rules.of("/00004/"))
                        .as("nobody knows what it offered")
                        .hasMessageContaining("older");
            });
            connection.rollback();
        }
    }

    @Test
    void whatAnExportWouldBeginWithIsWhatLeaves() throws SQLException {
        try (var connection = connect(TestDatabase.APP)) {
            Tenancy.within(TENANT, () -> {
                var at = new At(connection);
                var wanted = new MakeAccountingExport.Wanted(group(at, 12), new ExportPeriod(DAY, DAY), SEK);
                var first = at.vouchers.leaving(wanted);
                assertThat(first).hasSize(TellVouchers.PART);
                var export = at.export(12);
                assertThat(at.vouchers.part(export, Optional.empty())).isEqualTo(first);
                assertThat(at.vouchers.leaving(wanted)).isEmpty();
                at.keep.decide(export);
            });
        }
    }

    private static UUID group(At at, int seller) {
        return at.sql
                .one("select md5('g' || ?)::uuid as id", row -> row.uuid("id"), Integer.toString(seller))
                .orElseThrow();
    }

    @Test
    void whoseAFeeWasIsSaidByItsClaimThoughTheMemberHasMoved() throws SQLException {
        try (var connection = connect(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var planting : CLAIM) {
                statement.execute(planting.formatted(TENANT.value()));
            }
            assertThat(groups(connection)).containsExactly("klubb-5");
            statement.execute("update membership set group_id = md5('g6')::uuid");
            assertThat(groups(connection)).as("after the move").containsExactly("klubb-5");
            connection.rollback();
        }
    }

    private static List<String> groups(Connection connection) {
        return Tenancy.within(TENANT, () -> {
            var at = new At(connection);
            var origin = at.facts
                    .of(List.of(new UUID(7, 7)))
                    .of(new UUID(7, 7), 1)
                    .parts(FEE)
                    .get(0)
                    .origin();
            assertThat(origin.membershipType()).isEqualTo("vuxen");
            return origin.groups();
        });
    }

    @Test
    void theApplicationCannotChangeWhatIsKept() throws SQLException {
        try (var connection = connect(TestDatabase.APP);
                var statement = connection.createStatement()) {
            for (var table : List.of("exported_voucher", "exported_object", "exported_year", "decided_export")) {
                assertThatThrownBy(() -> statement.execute("delete from " + table))
                        .hasMessageContaining("denied");
                assertThatThrownBy(() -> statement.execute("update " + table + " set export_id = export_id"))
                        .hasMessageContaining("denied");
            }
        }
    }

    /** What doctor finds. */
    private static List<String> off() {
        try (var connection = connect(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            return off(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> off(Statement statement) throws SQLException {
        return off(statement, "88-kept-vouchers-are-their-entries");
    }

    private static List<String> off(Statement statement, String check) throws SQLException {
        var found = new ArrayList<String>();
        try (var rows = statement.executeQuery(check(check))) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static String check(String name) {
        try (var check = KeptVouchersIT.class.getResourceAsStream("/doctor/" + name + ".sql")) {
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

    private static KeptVouchers.Asked whole(UUID export) {
        return new KeptVouchers.Asked(export, SEK, Optional.empty());
    }

    /** The stores and use cases on a connection. */
    @SuppressWarnings("UnnecessaryAssignment") // this test is the framework
    private static final class At {
        private final Connection connection;
        private final Sql sql;
        private final ExportStore exports = new ExportStore();
        private final PostedFacts facts = new PostedFacts();
        private final TellVouchers vouchers = new TellVouchers();
        private final KeptVouchers kept = new KeptVouchers();
        private final KeptObjects objects = new KeptObjects();
        private final KeptYears years = new KeptYears();
        private final KeepVouchers keep = new KeepVouchers();
        private final ExportTroubles troubles = new ExportTroubles();

        At(Connection connection) {
            this(connection, NOON);
        }

        At(Connection connection, Instant now) {
            this.connection = connection;
            sql = Sql.on(connection);
            exports.sql = sql;
            exports.clock = Clock.systemUTC();
            facts.sql = sql;
            vouchers.sql = sql;
            vouchers.exports = exports;
            vouchers.facts = facts;
            kept.sql = sql;
            kept.tenants = TenantStores.on(connection);
            objects.sql = sql;
            objects.clock = Clock.systemUTC();
            keep.kept = kept;
            keep.objects = objects;
            years.sql = sql;
            keep.years = years;
            keep.vouchers = vouchers;
            keep.rules = new ExportRules();
            keep.rules.vouchers = vouchers;
            keep.rules.plugins = TenantPluginsAtHand.none(connection);
            keep.troubles = troubles;
            troubles.sql = sql;
            troubles.clock = Clock.fixed(now, ZoneOffset.UTC);
        }

        /** All that a seller has booked. */
        UUID export(int seller) {
            return export(seller, Optional.empty());
        }

        /** The same, by those rules. */
        UUID export(int seller, Optional<ExportRules.Held> rules) {
            var wish = new ExportStore.Wish(
                    new ExportStore.Seller(new GroupId(group(this, seller)), "Klubben", ""),
                    new ExportPeriod(DAY, DAY),
                    "SEK",
                    DAY,
                    "test",
                    rules);
            return inOne(() -> exports.add(wish).orElseThrow());
        }

        private <T> T inOne(Supplier<T> work) {
            try {
                connection.setAutoCommit(false);
                var done = work.get();
                connection.commit();
                connection.setAutoCommit(true);
                return done;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        /** What keeps the export from being decided. */
        Optional<ExportStore.Trouble> trouble(UUID export) {
            return exports.newest(Criteria.of("x").and("x.id = ?", export), 1)
                    .get(0)
                    .trouble();
        }

        /** What it comes to. */
        FindExportSums.Sums sums(UUID export) {
            var find = new FindExportSums();
            find.sql = sql;
            return find.sums(exports.newest(Criteria.of("x").and("x.id = ?", export), 1)
                            .get(0))
                    .orElseThrow();
        }

        /** The entries of the export, with that text and those objects. */
        List<KeptVouchers.Kept> chunk(UUID export, String text, List<Dimension> on) {
            return vouchers.part(export, Optional.empty()).stream()
                    .map(each -> new KeptVouchers.Kept(
                            each.id(), Money.ore(100), new Voucher(each.id(), each.day(), text, rows(each, on))))
                    .toList();
        }

        /** Each entry with a voucher of its own day, and as much on the first of each of so many years that follow. */
        List<KeptVouchers.Kept> spread(UUID export, int years) {
            return vouchers.part(export, Optional.empty()).stream()
                    .flatMap(each -> IntStream.rangeClosed(0, years).mapToObj(later -> spread(each, later)))
                    .toList();
        }

        private static KeptVouchers.Kept spread(Voucher each, int later) {
            var day = later == 0 ? each.day() : LocalDate.of(each.day().getYear() + later, 1, 1);
            var id = later == 0 ? each.id() : new UUID(later, each.id().getLeastSignificantBits());
            return new KeptVouchers.Kept(
                    each.id(), Money.ore(later == 0 ? 100 : 0), new Voucher(id, day, "", rows(each, List.of())));
        }

        private static List<VoucherRow> rows(Voucher voucher, List<Dimension> on) {
            return voucher.rows().stream()
                    .map(row -> new VoucherRow(row.account(), row.amount(), on, row.text()))
                    .toList();
        }

        /** The entries as they are told to a format, part by part. */
        List<UUID> told(UUID export) {
            return told(whole(export)).stream().map(KeptVouchers.Kept::entry).toList();
        }

        /** The vouchers, likewise. */
        List<KeptVouchers.Kept> told(KeptVouchers.Asked asked) {
            var told = new ArrayList<KeptVouchers.Kept>();
            var after = Optional.<KeptVouchers.Place>empty();
            do {
                var part = kept.part(asked, after);
                told.addAll(part);
                after = part.size() < KeptVouchers.PART
                        ? Optional.empty()
                        : Optional.of(part.get(part.size() - 1).place());
            } while (after.isPresent());
            return told;
        }
    }
}
