package se.aviso.app.invoice;

import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.app.web.CsvFaults;
import se.aviso.dispatch.Unreached;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation.Fault;

/** A list of what to bill whom for, and all that is wrong with it, told together however it was found. */
final class BillList {
    private static final Set<String> ABOUT_LATER = Stream.concat(
                    Stream.of("no-account"), Arrays.stream(Unreached.values()).map(Unreached::code))
            .collect(Collectors.toUnmodifiableSet());

    private final CsvFaults faults = new CsvFaults();
    private final Map<String, MembershipTypeId> types;
    private final Map<Long, List<BillCsv.Written>> lines;

    /**
     * Reads the list.
     *
     * @param types that rows can name, by short name
     */
    BillList(Reader csv, Map<String, MembershipTypeId> types) {
        this.types = types;
        this.lines = new BillCsv(faults).read(csv);
        lines.values()
                .forEach(rows -> rows.stream()
                        .filter(row -> row.membership().isPresent() && type(row).isEmpty())
                        .forEach(row -> faults.add("unknown-type", row.row(), "membership")));
    }

    /** The numbers of the members, in the order in which they come first. */
    List<Long> members() {
        return List.copyOf(lines.keySet());
    }

    /** The rows of a member. */
    List<BillCsv.Written> rows(Long member) {
        return lines.getOrDefault(member, List.of());
    }

    /** The type whose membership the row bills. */
    Optional<MembershipTypeId> type(BillCsv.Written row) {
        return row.membership().map(slug -> types.get(slug.toLowerCase(Locale.ROOT)));
    }

    /**
     * Notes what is wrong with a member's draft. Whether somebody can be reached may change before it is issued; the
     * outlook tells of it. Of a cell that could not be read nothing more is told.
     */
    void tell(Long member, List<Fault> found) {
        for (var fault : found) {
            var row = fault.pointer().startsWith("/lines/")
                    ? rows(member).get(Integer.parseInt(fault.pointer().split("/", -1)[2]))
                    : rows(member).get(0);
            var column = BillCsv.column(fault.pointer());
            if (!ABOUT_LATER.contains(fault.code()) && !faults.tell(row.row(), column)) {
                faults.add(fault.code(), row.row(), column, fault.facts());
            }
        }
    }

    /** True when nothing is wrong so far. */
    boolean isGood() {
        return faults.none();
    }

    /** Refuses the list when it has faults, with all of them. */
    void refuse() {
        faults.refuse();
    }
}
