package se.aviso.app.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import se.aviso.access.Permission;
import se.aviso.app.screen.Screen;

/** The whole menu as a page, for phones. */
@Named
@RequestScoped
@Screen(path = "/shell/more.xhtml", needs = Permission.SELF_READ)
public class MoreView {}
