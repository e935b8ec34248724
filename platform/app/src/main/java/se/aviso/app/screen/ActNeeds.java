package se.aviso.app.screen;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.aviso.access.Permission;

/** The permission that an act needs on a page which is shown to more people than may act on it. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ActNeeds {
    /** The one permission. */
    @Nonbinding
    Permission value();
}
