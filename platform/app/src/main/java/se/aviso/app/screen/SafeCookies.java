package se.aviso.app.screen;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import se.aviso.app.server.ModeConfig;

/** In production the session's cookie travels by HTTPS alone and belongs to this host alone; loopback has no HTTPS. */
@WebListener
public class SafeCookies implements ServletContextListener {
    @Inject
    ModeConfig mode;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (mode.mode() == ModeConfig.Mode.PRODUCTION) {
            var cookie = event.getServletContext().getSessionCookieConfig();
            cookie.setName("__Host-session");
            cookie.setSecure(true);
            cookie.setPath("/");
        }
    }
}
