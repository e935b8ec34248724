package se.aviso.app.member;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import se.aviso.app.group.GroupStore;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.CsvFaults;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.PersonalNumber;
import se.aviso.member.TypeEnd;

/** Makes members of the rows of a list, and names the line and column of what cannot be read. */
final class MemberRows {
    private static final String NUMBER = "[1-9][0-9]{0,14}";

    private final CsvFaults faults;
    private final LocalDate today;
    private final String language;

    MemberRows(CsvFaults faults, LocalDate today, String language) {
        this.faults = faults;
        this.today = today;
        this.language = language;
    }

    /** The groups and types that rows can name, by slug, and the paths of groups whose members may have numbers. */
    record Known(Map<String, GroupStore.Placed> groups, Map<String, Choice> types, Predicate<String> numbers) {}

    /** A type that a row can name, and until when somebody can be given it. */
    record Choice(MembershipTypeId id, TypeEnd end) {}

    /** A member to be, where and as what, and the line that says so. */
    record Joining(
            Member member, GroupId group, MembershipTypeId type, Optional<PersonalNumber> personalNumber, long line) {}

    /** The rows without a fault. */
    List<Joining> read(List<MemberCsv.Row> rows, Known known) {
        var joining = new ArrayList<Joining>();
        rows.forEach(row -> read(row, known).ifPresent(joining::add));
        return joining;
    }

    private Optional<Joining> read(MemberCsv.Row row, Known known) {
        var form = new MemberForm(today);
        var group = Optional.ofNullable(known.groups().get(row.of("group")));
        var type = Optional.ofNullable(known.types().get(row.of("type")));
        if (group.isEmpty()) {
            form.fault("unknown-group", "/group");
        }
        if (type.isEmpty()) {
            form.fault("unknown-type", "/type");
        }
        type.map(Choice::end).filter(end -> !end.admits(today)).ifPresent(end -> form.fault(end.ended("/type")));
        var member = member(row, form);
        var personalNumber = form.personalNumber(
                Optional.of(new WrittenNumber(row.of(MemberCsv.NUMBER))), member.born(), "/" + MemberCsv.NUMBER);
        if (personalNumber.isPresent()
                && group.filter(place -> !known.numbers().test(place.path())).isPresent()) {
            form.fault("personal-number-not-yours", "/" + MemberCsv.NUMBER);
        }
        form.faults()
                .forEach(fault ->
                        faults.add(fault.code(), row.line(), fault.pointer().substring(1), fault.facts()));
        return form.faults().isEmpty()
                ? Optional.of(new Joining(
                        member, group.orElseThrow().id(), type.orElseThrow().id(), personalNumber, row.line()))
                : Optional.empty();
    }

    private Member member(MemberCsv.Row row, MemberForm form) {
        var number = number(row.of("number"), form);
        var name = new Member.Name(
                form.text(row.of("givenName"), "/givenName"), form.text(row.of("familyName"), "/familyName"));
        var email = form.email(Optional.of(row.of("email")), "/email");
        var address = form.address(row.of("street"), row.of("postalCode"), row.of("city"), "");
        var organisation =
                form.organisation(Optional.of(row.of(MemberCsv.PEPPOL)), Optional.of(row.of(MemberCsv.REFERENCE)));
        var wish = organisation.peppol().map(machines -> Channel.PEPPOL);
        var contact = new Member.Contact(email, address, wish, language, Optional.empty(), organisation);
        return new Member(
                new MemberId(Ids.next()),
                number,
                name,
                born(row.of("born"), form),
                contact,
                Optional.empty(),
                Member.Privacy.OPEN);
    }

    private static long number(String text, MemberForm form) {
        if (!text.matches(NUMBER)) {
            form.fault("bad-member-number", "/number");
            return 0;
        }
        return Long.parseLong(text);
    }

    private LocalDate born(String text, MemberForm form) {
        try {
            return form.born(LocalDate.parse(text), "/born");
        } catch (DateTimeException noDay) {
            form.fault("bad-birth-date", "/born");
            return today;
        }
    }
}
