package se.aviso.app.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A page that is a file, such as a PDF or a list as CSV: a bean with {@link Screen} that writes it itself.
 *
 * <p>A browser's session opens no {@code /api}; therefore what pages link to has an address of its own here.
 */
public interface Download {
    /** Writes the file, or answers 404. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
