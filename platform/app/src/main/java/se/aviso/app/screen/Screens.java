package se.aviso.app.screen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;

/** Every page that there is, by its address, as the views declare them. */
@ApplicationScoped
public class Screens {
    @Inject
    BeanManager beans;

    private volatile @Nullable Map<String, Entry> entries;

    /**
     * A page.
     *
     * @param needs the permission; none for a public page
     * @param bean what declares it
     */
    record Entry(Optional<Permission> needs, int perMinute, Bean<?> bean) {}

    /** The permission of a page, if there is such a page and it needs one. */
    public Optional<Permission> permission(String path) {
        return entry(path).flatMap(Entry::needs);
    }

    Optional<Entry> entry(String path) {
        var known = entries;
        if (known == null) {
            known = found();
            entries = known;
        }
        return Optional.ofNullable(known.get(path));
    }

    private Map<String, Entry> found() {
        var found = new TreeMap<String, Entry>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var screen = bean.getBeanClass().getAnnotation(Screen.class);
            if (screen != null) {
                found.put(screen.path(), new Entry(Optional.of(screen.needs()), 0, bean));
            }
            var open = bean.getBeanClass().getAnnotation(PublicScreen.class);
            if (open != null) {
                found.put(open.path(), new Entry(Optional.empty(), open.perMinute(), bean));
            }
        }
        return found;
    }
}
