package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import se.aviso.app.tenancy.Sql;
import se.aviso.dunning.ReferenceRates;

/** The reference rates of the installation: they are the same for everybody, and no tenant's. */
@ApplicationScoped
public class ReferenceRateStore {
    @Inject
    Sql sql;

    /**
     * A rate as it was published.
     *
     * @param points yearly, in basis points
     */
    public record Rate(LocalDate from, int points, String source) {}

    /** All of them, the newest first. */
    List<Rate> all() {
        return sql.query(
                "select * from reference_rate order by from_day desc",
                row -> new Rate(row.day("from_day"), row.integer("points"), row.text("source")));
    }

    /** The same, as rules ask for them. */
    ReferenceRates rates() {
        return new ReferenceRates(all().stream().collect(Collectors.toMap(Rate::from, Rate::points)));
    }

    /** Adds a rate; false when there is one for the half year: what was reckoned by it is claimed already. */
    boolean add(Rate rate) {
        return sql.update(
                        "insert into reference_rate (from_day, points, source) values (?, ?, ?) on conflict do nothing",
                        rate.from(),
                        rate.points(),
                        rate.source())
                == 1;
    }
}
