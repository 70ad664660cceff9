package org.bayeux.it.secured;

import jakarta.annotation.security.DeclareRoles;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Declares the roles of the application; answers a request with the name of the user. */
@WebServlet("/roles")
@DeclareRoles({"member", "chief"})
public class Roles extends HttpServlet {

    static final List<String> ALL = List.of("member", "chief");

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(String.valueOf(request.getUserPrincipal()));
    }
}
