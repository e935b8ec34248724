package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.SearchTokens;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.SqlArray;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Slug;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.MobileNumber;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PeppolAddress;

/** The members of the tenant; any number of them is written with two statements. */
@ApplicationScoped
public class MemberStore {
    /** The member of that number. */
    public Optional<UUID> byNumber(long number) {
        return sql.one(
                "select id from member where tenant_id = ? and number = ?",
                row -> row.uuid("id"),
                Tenancy.required(),
                number);
    }

    /** All that {@link #read} reads, of the member {@code m}. */
    static final String COLUMNS = "m.*, exists (select from personal_number n "
            + "where n.tenant_id = m.tenant_id and n.member_id = m.id) as numbered";

    @Inject
    Sql sql;

    @Inject
    SearchTokens searchTokens;

    /** The first of so many member numbers in a row; no other transaction gets them. */
    public long takeNumbers(int count) {
        return sql.one(
                        "insert into member_series (tenant_id, next) values (?, ? + 1) "
                                + "on conflict (tenant_id) do update set next = member_series.next + ? "
                                + "returning next - ? as first",
                        row -> row.bigint("first"),
                        Tenancy.required(),
                        (long) count,
                        (long) count,
                        (long) count)
                .orElseThrow();
    }

    /** Sees to it that numbers up to this one are not given out again. */
    public void reserveNumbers(long last) {
        sql.update(
                "insert into member_series (tenant_id, next) values (?, ?) "
                        + "on conflict (tenant_id) do update set next = greatest(member_series.next, excluded.next)",
                Tenancy.required(),
                last + 1);
    }

    /** Adds members and the words that they are found by. */
    public void add(List<Member> members) {
        sql.update(
                "insert into member (tenant_id, id, number, given_name, family_name, born, email, street, postal_code, "
                        + "city, channel, language, guardian_name, guardian_email, phone, peppol, buyer_reference) "
                        + "select ?, u.* from unnest(?::uuid[], "
                        + "?::bigint[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[], ?::text[], "
                        + "?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) u",
                Tenancy.required(),
                Sql.uuids(members.stream().map(member -> member.id().value()).toList()),
                Sql.bigints(members.stream().map(Member::number).toList()),
                texts(members, member -> Optional.of(member.name().given())),
                texts(members, member -> Optional.of(member.name().family())),
                Sql.dates(members.stream().map(Member::born).toList()),
                texts(members, member -> member.contact().email()),
                texts(members, member -> member.contact().address().map(Member.Address::street)),
                texts(members, member -> member.contact().address().map(Member.Address::postalCode)),
                texts(members, member -> member.contact().address().map(Member.Address::city)),
                wishes(members),
                texts(members, member -> Optional.of(member.contact().language())),
                texts(members, member -> member.guardian().map(Member.Guardian::name)),
                texts(members, member -> member.guardian().flatMap(Member.Guardian::email)),
                texts(members, member -> member.contact().phone().map(MobileNumber::text)),
                texts(
                        members,
                        member -> member.contact().organisation().peppol().map(PeppolAddress::text)),
                texts(members, member -> member.contact().organisation().buyerReference()));
        addTokens(members);
    }

    /** Writes what has changed of a member, and the words anew. */
    public void change(Member member, LocalDate today) {
        var contact = member.contact();
        var guardianEmail = member.guardian().flatMap(Member.Guardian::email);
        sql.update(
                "update member set given_name = ?, family_name = ?, email = ?, street = ?, postal_code = ?, city = ?, "
                        + "channel = ?, language = ?, guardian_name = ?, guardian_email = ?, phone = ?, protected_identity = ?, "
                        + "peppol = ?, buyer_reference = ?, "
                        + "mailbox_changed_on = case when (email, guardian_email) is distinct from (?, ?) then ? "
                        + "else mailbox_changed_on end, version = version + 1 where tenant_id = ? and id = ?",
                member.name().given(),
                member.name().family(),
                contact.email(),
                contact.address().map(Member.Address::street),
                contact.address().map(Member.Address::postalCode),
                contact.address().map(Member.Address::city),
                contact.wish().map(Codes::of),
                contact.language(),
                member.guardian().map(Member.Guardian::name),
                guardianEmail,
                contact.phone().map(MobileNumber::text),
                member.privacy().protectedIdentity(),
                contact.organisation().peppol().map(PeppolAddress::text),
                contact.organisation().buyerReference(),
                contact.email(),
                guardianEmail,
                today,
                Tenancy.required(),
                member.id().value());
        searchTokens.remove(SearchTokens.MEMBER, List.of(member.id().value()));
        addTokens(List.of(member));
    }

    /** Those of the members who have died. */
    public Set<MemberId> dead(Collection<UUID> ids) {
        return new HashSet<>(sql.query(
                "select id from member where tenant_id = ? and id = any(?) and died_on is not null",
                row -> new MemberId(row.uuid("id")),
                Tenancy.required(),
                Sql.uuids(ids)));
    }

    /** Keeps other transactions from changing the member until commit. */
    public void lock(UUID id) {
        sql.query(
                "select id from member where tenant_id = ? and id = ? for update",
                row -> row.uuid("id"),
                Tenancy.required(),
                id);
    }

    /** The members of those numbers. */
    public Map<Long, UUID> idsByNumber(Collection<Long> numbers) {
        var ids = new HashMap<Long, UUID>();
        sql.query(
                "select number, id from member where tenant_id = ? and number = any(?)",
                row -> ids.put(row.bigint("number"), row.uuid("id")),
                Tenancy.required(),
                Sql.bigints(numbers));
        return ids;
    }

    /** Those of the numbers that members have. */
    Set<Long> known(Collection<Long> numbers) {
        return new HashSet<>(sql.query(
                "select number from member where tenant_id = ? and number = any(?)",
                row -> row.bigint("number"),
                Tenancy.required(),
                Sql.bigints(numbers)));
    }

    /** The members of those ids. */
    public List<Member> byIds(Collection<UUID> ids) {
        return sql.query(
                "select " + COLUMNS + " from member m where m.tenant_id = ? and m.id = any(?)",
                MemberStore::read,
                Tenancy.required(),
                Sql.uuids(ids));
    }

    /** Reads a member whose columns stand in the row under their own names. */
    static Member read(Row row) {
        var address = row.optionalText("street")
                .map(street -> new Member.Address(
                        street,
                        row.optionalText("postal_code").orElse(""),
                        row.optionalText("city").orElse("")));
        var contact = new Member.Contact(
                row.optionalText("email"),
                address,
                row.optionalInteger("channel").map(code -> Codes.constant(Channel.class, code)),
                row.text("language"),
                row.optionalText("phone").map(MobileNumber::new),
                new Member.Organisation(
                        row.optionalText("peppol").flatMap(PeppolAddress::read), row.optionalText("buyer_reference")));
        return new Member(
                new MemberId(row.uuid("id")),
                row.bigint("number"),
                new Member.Name(row.text("given_name"), row.text("family_name")),
                row.day("born"),
                contact,
                row.optionalText("guardian_name")
                        .map(name -> new Member.Guardian(name, row.optionalText("guardian_email"))),
                new Member.Privacy(
                        row.flag("numbered"), row.flag("protected_identity"), false, row.optionalDay("erased_on")));
    }

    private void addTokens(List<Member> members) {
        searchTokens.add(
                SearchTokens.MEMBER,
                members.stream()
                        .flatMap(member -> tokens(member).stream()
                                .map(word ->
                                        new SearchTokens.Token(word, member.id().value())))
                        .toList());
    }

    private static List<String> tokens(Member member) {
        var words = new ArrayList<String>();
        words.addAll(List.of(Slug.folded(member.name().full()).split("[^a-z0-9]+")));
        words.add(Long.toString(member.number()));
        if (!member.privacy().protectedIdentity()) {
            member.contact().email().map(Slug::folded).ifPresent(words::add);
        }
        return words.stream().filter(word -> !word.isEmpty()).distinct().toList();
    }

    private static SqlArray wishes(List<Member> members) {
        var codes = new ArrayList<@org.jspecify.annotations.Nullable Integer>();
        members.forEach(
                member -> codes.add(member.contact().wish().map(Codes::of).orElse(null)));
        return Sql.smallints(codes);
    }

    private static SqlArray texts(List<Member> members, Function<Member, Optional<String>> column) {
        var values = new ArrayList<@org.jspecify.annotations.Nullable String>();
        members.forEach(member -> values.add(column.apply(member).orElse(null)));
        return Sql.texts(values);
    }
}
