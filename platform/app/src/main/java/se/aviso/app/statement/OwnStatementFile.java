package se.aviso.app.statement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** A member's own annual statement. */
@RequestScoped
@Screen(path = "/my/statement.pdf", needs = Permission.OWN_READ)
public class OwnStatementFile implements Download {
    @Inject
    ShowStatements show;

    @Inject
    StatementAnswer answer;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.statement(show::ownPdf, response);
    }
}
