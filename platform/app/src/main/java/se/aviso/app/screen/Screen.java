package se.aviso.app.screen;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.aviso.access.Permission;

/** The page that a view serves, and the permission without which nobody sees it; on one bean for each page. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Screen {
    /** The address, such as {@code /dispatch/list.xhtml}. */
    String path();

    /** The one permission; which rows are seen is the use case's question. */
    Permission needs();
}
