package se.aviso.app.statement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** A member's annual statement, for those who work with members. */
@RequestScoped
@Screen(path = "/member/statement.pdf", needs = Permission.INVOICE_READ)
public class StatementFile implements Download {
    @Inject
    ShowStatements show;

    @Inject
    StatementAnswer answer;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.statement(show::pdf, response);
    }
}
