package rugged.web.api;

import io.javalin.config.RoutesConfig;

/** A part of the interface: says which paths it answers. */
@FunctionalInterface
public interface Resource {
    /** Adds its routes. */
    void route(RoutesConfig routes);
}
