package org.bayeux.it.deploy.neighbours;

import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;

/** Says hello by Bayeux. */
@Service
public class HelloService {

    @RemoteCall("hello")
    public String hello(String name) {
        return "hello " + name;
    }
}
