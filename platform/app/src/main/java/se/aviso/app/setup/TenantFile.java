package se.aviso.app.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import se.aviso.access.Role;
import se.aviso.app.member.MembershipType;
import se.aviso.app.run.RunSettings;
import se.aviso.app.security.UserDirectory;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantProfile;
import se.aviso.dunning.DunningPolicy;
import se.aviso.group.BillingField;
import se.aviso.group.GroupKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.Money;
import se.aviso.kernel.TenantId;
import se.aviso.kernel.VatRate;
import se.aviso.member.PeriodRule;
import se.aviso.member.RenewalPolicy;
import se.aviso.member.TypeEnd;
import se.aviso.pricing.AgeOn;
import se.aviso.pricing.BilledBy;
import se.aviso.pricing.Charging;
import se.aviso.pricing.LateSignUp;
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceList;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.PricePart;
import se.aviso.tenant.Edition;

/** The file {@code tenant.yaml} as values. */
record TenantFile(Path folder, Yaml yaml) {
    private static final Map<String, BillingField> FIELDS = Map.ofEntries(
            Map.entry("name", BillingField.NAME),
            Map.entry("street", BillingField.STREET),
            Map.entry("postalCode", BillingField.POSTAL_CODE),
            Map.entry("city", BillingField.CITY),
            Map.entry("vatNumber", BillingField.VAT_NUMBER),
            Map.entry("bankgiro", BillingField.BANKGIRO),
            Map.entry("plusgiro", BillingField.PLUSGIRO),
            Map.entry("iban", BillingField.IBAN),
            Map.entry("swish", BillingField.SWISH),
            Map.entry("replyTo", BillingField.REPLY_TO),
            Map.entry("look", BillingField.TEMPLATE),
            Map.entry("colour", BillingField.ACCENT),
            Map.entry("slip", BillingField.SLIP),
            Map.entry("qr", BillingField.QR));
    private static final Currency SEK = Currency.getInstance("SEK");

    static TenantFile read(Path folder) throws IOException {
        return new TenantFile(folder, Yaml.read(folder.resolve("tenant.yaml")));
    }

    /** A group of the file, parents before children. */
    record GroupEntry(
            String slug,
            Optional<String> parent,
            GroupKind kind,
            String name,
            boolean publicForm,
            Map<BillingField, String> own,
            Optional<Path> logo) {}

    /** A user of the file and what is granted to it. */
    record UserEntry(
            String subject,
            Optional<String> name,
            Optional<String> email,
            Role role,
            String group,
            Optional<Long> memberNumber) {}

    /** A plugin that is turned on for a group and those below it, or for all. */
    record PluginEntry(String plugin, Optional<String> group, Map<String, String> settings) {}

    TenantProfile profile() {
        var tenant = yaml.inner("tenant");
        var naming = new TenantProfile.Naming(
                tenant.text("slug"),
                tenant.text("name"),
                tenant.optional("language").orElse("sv"));
        return new TenantProfile(
                new TenantId(Ids.next()),
                naming,
                ZoneId.of(tenant.optional("zone").orElse("Europe/Stockholm")),
                tenant.optional("demo").filter("true"::equals).isPresent(),
                tenant.optional("businessDate").map(LocalDate::parse));
    }

    /** What the tenant has bought. */
    Edition edition() {
        return yaml.inner("tenant").optional("edition").map(Edition::valueOf).orElse(Edition.STANDARD);
    }

    /** The hue of the accent, if the file says one. */
    Optional<Integer> hue() {
        return yaml.inner("tenant").optional("hue").map(Integer::valueOf);
    }

    /** Whether public forms ask for the personal number; they do not unless the file says so. */
    boolean asksPersonalNumber() {
        return yaml.inner("tenant")
                .optional("asksPersonalNumber")
                .filter("true"::equals)
                .isPresent();
    }

    /** What Aviso does by itself and how runs go, if the file says it. */
    Optional<RunSettings> runSettings() {
        return yaml.optionalInner("automation").map(AutomationEntry::read);
    }

    /** The plugin that arranges the lines of documents, if the file names one. */
    Optional<String> summary() {
        return yaml.inner("tenant").optional("summary");
    }

    /** The plugins that the tenant turns on at first. */
    List<PluginEntry> plugins() {
        return yaml.list("plugins").stream()
                .map(entry -> new PluginEntry(entry.text("plugin"), entry.optional("group"), entry.named("settings")))
                .toList();
    }

    Optional<Path> members() {
        var file = folder.resolve("members.csv");
        return Optional.of(file).filter(Files::isRegularFile);
    }

    List<GroupEntry> groups() {
        return yaml.list("groups").stream().map(this::group).toList();
    }

    /** The types; {@code pathOf} turns a group's slug into its path. */
    List<MembershipType> types(UnaryOperator<String> pathOf) {
        return yaml.list("membershipTypes").stream()
                .map(type -> type(type, pathOf))
                .toList();
    }

    List<UserEntry> users() {
        return yaml.list("users").stream()
                .map(user -> new UserEntry(
                        user.text("sub"),
                        user.optional("name"),
                        user.optional("email").map(UserDirectory::normalised),
                        user.constant("role", Role.class),
                        user.text("group"),
                        user.optional("memberNumber").map(Long::parseLong)))
                .toList();
    }

    private GroupEntry group(Yaml group) {
        var own = new EnumMap<BillingField, String>(BillingField.class);
        group.optional("organisationNumber").ifPresent(text -> own.put(BillingField.ORGANISATION_NUMBER, text));
        var billing = group.optionalInner("billingIdentity");
        billing.ifPresent(identity ->
                FIELDS.forEach((key, field) -> identity.optional(key).ifPresent(text -> own.put(field, text))));
        return new GroupEntry(
                group.text("slug"),
                group.optional("parent"),
                group.constant("kind", GroupKind.class),
                group.text("name"),
                yaml.texts("publicJoin").contains(group.text("slug")),
                own,
                billing.flatMap(identity -> identity.optional("logo"))
                        .map(name -> folder.resolve("logos").resolve(name)));
    }

    private static MembershipType type(Yaml type, UnaryOperator<String> pathOf) {
        var names = new MembershipType.Names(
                type.text("slug"),
                type.inner("names").text("sv"),
                type.inner("names").text("en"));
        var line = new InvoiceLine.Terms(type.constant("vat", VatRate.class), type.number("account"));
        var billing = new MembershipType.Billing(
                type.constant("ageOn", AgeOn.class), line, type.number("paymentTermDays"), charging(type));
        return new MembershipType(
                new MembershipTypeId(Ids.next()),
                names,
                periods(type.inner("period")),
                billing,
                policies(type),
                new PriceList(prices(type, pathOf)));
    }

    private static PeriodRule periods(Yaml period) {
        var start =
                period.optional("start").map(day -> MonthDay.parse("--" + day)).orElse(MonthDay.of(1, 1));
        return new PeriodRule(period.constant("rule", PeriodRule.Kind.class), start, period.number("months"));
    }

    private static MembershipType.Policies policies(Yaml type) {
        var renewal = type.inner("renewal");
        var days = type.optionalInner("reminder")
                .map(reminder -> reminder.number("level1AfterDays"))
                .orElse(DunningPolicy.NEVER);
        return new MembershipType.Policies(
                new RenewalPolicy(renewal.constant("as", RenewalPolicy.Kind.class), renewal.number("daysBefore")),
                DunningPolicy.simple(days, type.number("lapseAfterDays")),
                TypeEnd.NEVER);
    }

    private static List<Price> prices(Yaml type, UnaryOperator<String> pathOf) {
        var prices = new ArrayList<Price>();
        for (var price : type.list("prices")) {
            prices.add(new Price(
                    LocalDate.parse(price.text("from")),
                    price.optional("group").map(pathOf).orElse("/"),
                    price.number("minAge"),
                    price.number("maxAge"),
                    Money.parse(price.text("amount"), SEK),
                    new Price.Use(
                            price.optionalConstant("part", PricePart.class).orElse(PricePart.OWN),
                            price.optionalConstant("occasion", PriceOccasion.class)
                                    .orElse(PriceOccasion.ANY)),
                    Optional.empty()));
        }
        return prices;
    }

    private static Charging charging(Yaml type) {
        var charging = type.optionalInner("charging");
        if (charging.isEmpty()) {
            return Charging.PLAIN;
        }
        var written = charging.get();
        var rollover = written.optional("rollover").orElse("01-01");
        return new Charging(
                written.optionalConstant("billedBy", BilledBy.class).orElse(BilledBy.NEAREST_ACCOUNT),
                written.optionalConstant("shares", Charging.Shares.class).orElse(Charging.Shares.NONE),
                new LateSignUp(
                        written.optionalConstant("lateSignUp", LateSignUp.Kind.class)
                                .orElse(LateSignUp.Kind.WHOLE),
                        MonthDay.parse("--" + rollover)),
                written.optional("pricedBy"));
    }
}
