package render

import (
	"errors"
	"testing"
)

func TestCheckSVG(t *testing.T) {
	wrap := func(s string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + s + `</svg>`
	}
	tests := []struct {
		svg  string
		safe bool
	}{
		{wrap(``), true},
		{wrap(`<g id="a" class="node"><title>a</title><text x="1">&lt;script&gt;</text></g>`), true},
		{wrap(`<a xlink:href="https://example.com/" xlink:title="t"/>`), true},
		{wrap(`<a xlink:href="#node1"/>`), true},
		{wrap(`<path fill="url(#g)" d="M0,0"/><stop style="stop-color:#ff0000;stop-opacity:1.;"/>`), true},
		{wrap(`<!-- a -->`), true},
		{`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">` + wrap(``), true},

		{``, false},
		{`<svg`, false},
		{wrap(`<g>`), false},
		{wrap(`<script/>`), false},
		{wrap(`<image/>`), false},
		{wrap(`<foreignObject/>`), false},
		{wrap(`<style>@import "x"</style>`), false},
		{wrap(`<use xlink:href="http://example.com/x.svg#a"/>`), false},
		{wrap(`<a xlink:href="javascript:alert(1)"/>`), false},
		{wrap(`<a xlink:href="&#106;avascript:alert(1)"/>`), false},
		{wrap(`<a xlink:href=" javascript:alert(1)"/>`), false},
		{wrap(`<a href="data:text/html,x"/>`), false},
		{wrap(`<a href="file:///etc/passwd"/>`), false},
		{wrap(`<g onload="alert(1)"/>`), false},
		{wrap(`<g fill="url(http://example.com/)"/>`), false},
		{wrap(`<g fill="u\72l(http://example.com/)"/>`), false},
		{wrap(`<g style="background-image:url(#x)"/>`), false},
		{wrap(`<g filter="x"/>`), false},
		{wrap(`<!--> <b> -->`), false},
		{wrap(`&x;`), false},
		{`<?xml-stylesheet href="x"?>` + wrap(``), false},
		{`<!DOCTYPE svg [<!ENTITY x "y">]>` + wrap(``), false},
		{`<!DOCTYPE html>` + wrap(``), false},
		{`<svg xmlns="http://www.w3.org/1999/xhtml"/>`, false},
	}
	for _, tt := range tests {
		err := CheckSVG([]byte(tt.svg))
		if safe := err == nil; safe != tt.safe {
			t.Errorf("%s\ngot error %v, want safe %v", tt.svg, err, tt.safe)
		}
		if err != nil && !errors.Is(err, ErrUnsafe) {
			t.Errorf("%s\ngot error %v, want one that is %v", tt.svg, err, ErrUnsafe)
		}
	}
}
