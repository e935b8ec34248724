package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.app.accounting.BooksExaminer;

/** Examines the books of each tenant once a night, and when somebody wishes it. */
@ApplicationScoped
public class BooksWork {
    @Inject
    EachTenant tenants;

    @Inject
    BooksExaminer examiner;

    void doAll() {
        tenants.work("examination of the books", tenant -> examiner.examineIfDue());
    }
}
