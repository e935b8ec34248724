package se.aviso.app.screen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file before anybody reads it: none was chosen, or there is nothing in it. */
@RequestScoped
public class SentFile {
    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    /**
     * Why there is nothing to read, in words; empty where there is something.
     *
     * @param none what a page says of it where no file was chosen
     */
    public Optional<String> nothing(@Nullable Part part, String none) {
        if (part != null && part.getSize() > 0) {
            return Optional.empty();
        }
        return Optional.of(
                emptyName().map(name -> texts.with("shell.file.empty", name)).orElseGet(() -> texts.get(none)));
    }

    /** Faces hides a file without content from the page; the request still has its name. */
    private Optional<String> emptyName() {
        return parts().stream()
                .filter(part -> part.getSize() == 0)
                .map(Part::getSubmittedFileName)
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    private Collection<Part> parts() {
        try {
            return request.getParts();
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        } catch (ServletException impossible) {
            throw new IllegalStateException("the page has no form for files", impossible);
        }
    }
}
