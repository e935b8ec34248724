package se.aviso.app.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.app.tenancy.Tenancy;

/** Stands round every request of the API: its trace id, and a thread that is clean afterwards. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = false)
public class ApiFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = (HttpServletResponse) response;
        answer.setHeader("Trace-Id", Trace.begin((HttpServletRequest) request));
        try {
            chain.doFilter(request, response);
        } finally {
            Tenancy.leave();
            Trace.end();
        }
    }
}
