package loaders_test

import (
	"strings"
	"testing"

	"linestop/loaders"
)

// tree is a fault tree with the definitions given.
func tree(definitions string) files {
	return files{"x.xml": "<opsa-mef><define-fault-tree name=\"T\">\n" + definitions + "\n</define-fault-tree></opsa-mef>"}
}

const twoTrains = `<?xml version="1.0"?>
<!DOCTYPE opsa-mef>
<opsa-mef name="m" xmlns="http://example.org">
  <label> Two trains </label>
  <define-fault-tree name="T">
    <label>not this one</label>
    <define-gate name="top">
      <label>No &amp; flow</label>
      <attributes><attribute name="system" value="cooling"/><attribute name="country" value="DEU"/></attributes>
      <or>
        <and><gate name="one"/><event name="two" type="gate"/></and>
        <atleast min="2"><basic-event name="a"/><basic-event name="b"/><or><event name="c"/><event name="T.P.c"/></or></atleast>
        <basic-event name="a"/>
        <or><house-event name="off"/><constant value="false"/></or>
      </or>
    </define-gate>
    <define-component name="P" role="private">
      <label>Pump</label>
      <define-gate name="one" role="public"><and><basic-event name="c"/><house-event name="on"/></and></define-gate>
      <define-basic-event name="c"><float value="1e-3"/></define-basic-event>
      <define-component name="Q" role="public"><define-gate name="two"><event name="c"/></define-gate></define-component>
    </define-component>
  </define-fault-tree>
  <model-data>
    <define-basic-event name="a"><label>valve</label><float value="0.25"/></define-basic-event>
    <define-basic-event name="b"/>
    <define-basic-event name="c"/>
    <define-house-event name="off"/>
    <define-house-event name="on"><constant value="true"/></define-house-event>
    <define-parameter name="unused"><float value="1"/></define-parameter>
  </model-data>
</opsa-mef>
`

func TestReadsFaultTrees(t *testing.T) {
	const want = `{"linestop":1,
"data":{"title":"Two trains","may_fail":"kind == \"basic event\""},
"nodes":[
{"id":"top","name":"No & flow","kind":"gate","country":"DE","system":"cooling","component":null},
{"id":"one","kind":"gate","component":"T.P"},
{"id":"T.P.c","kind":"basic event","p_fail":0.001,"component":"T.P"},
{"id":"two","kind":"gate","component":"T.P.Q"},
{"id":"a","name":"valve","kind":"basic event","p_fail":0.25},
{"id":"b","kind":"basic event"},
{"id":"c","kind":"basic event"},
{"id":"off","kind":"house event"},
{"id":"top.1","kind":"gate"},
{"id":"false","kind":"constant"}
],
"supplies":[
{"supplier":"one","customer":"top","need":"and"},
{"supplier":"two","customer":"top","need":"and"},
{"supplier":"c","customer":"top.1"},
{"supplier":"T.P.c","customer":"top.1"},
{"supplier":"a","customer":"top","need":"at least 2 (2)","quorum":2},
{"supplier":"b","customer":"top","need":"at least 2 (2)","quorum":2},
{"supplier":"top.1","customer":"top","need":"at least 2 (2)","quorum":2},
{"supplier":"a","customer":"top"},
{"supplier":"off","customer":"top"},
{"supplier":"false","customer":"top"},
{"supplier":"T.P.c","customer":"one"},
{"supplier":"T.P.c","customer":"two"}
]}
`
	net, err := files{"x.xml": twoTrains}.open(t.Context(), loaders.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := asJSON(t, net); got != want {
		t.Error(diff(got, want))
	}
	if got, want := verdict(net, nil), `x.xml:29:5: warning: house event "on" happens whatever fails, and is left out [always-true]`; got != want {
		t.Error(diff(got, want))
	}
	if net, err = (files{"x.xml": twoTrains}).open(t.Context(), loaders.Options{Columns: map[string]string{"p_fail": ""}}); err != nil || strings.Contains(asJSON(t, net), "p_fail") {
		t.Error("probabilities that are not wanted:", err)
	}
	if id := net.ID(net.Products()[0]); id != "top" || len(net.Products()) != 1 {
		t.Error("the products are", net.Products())
	}
}

// Of "at least 3 of 4" one that always happens leaves "at least 2 of 3", and a gate that needs no
// more than such is like them.
func TestFaultTreeConstants(t *testing.T) {
	net, err := tree(`<define-gate name="g"><atleast min="3"><gate name="h"/><event name="a"/><event name="b"/><event name="c"/></atleast></define-gate>
<define-gate name="h"><or><event name="a"/><gate name="i"/></or></define-gate>
<define-gate name="i"><and><house-event name="on"/><or><constant value="true"/></or></and></define-gate>
<define-house-event name="on"><constant value="true"/></define-house-event>
<define-basic-event name="a"/><define-basic-event name="b"/><define-basic-event name="c"/>`).open(t.Context(), loaders.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := asJSON(t, net), `"supplies":[
{"supplier":"a","customer":"g","need":"at least 3","quorum":2},
{"supplier":"b","customer":"g","need":"at least 3","quorum":2},
{"supplier":"c","customer":"g","need":"at least 3","quorum":2}
]}
`; !strings.HasSuffix(got, want) {
		t.Error(diff(got, want))
	}
}

var badTrees = []bad{
	{name: "another root", files: files{"x.xml": "<!-- <opsa-mef> -->\n <rss/>"}, want: `failed: x.xml:2:2: the outermost element is <rss>, not <opsa-mef>`},
	{name: "no tree", files: files{"x.xml": "<opsa-mef/>"}, want: `x.xml: error: no gate depends on an event [no-gate]`},
	{name: "cut off", files: files{"x.xml": "<opsa-mef>\n<define-fault-tree"}, want: "failed: x.xml:2:19: the XML ends too early\nhint: is the file complete?"},
	{name: "two documents", files: files{"x.xml": "<opsa-mef/>\n<opsa-mef/>"}, want: "failed: x.xml:2:1: the XML goes on after its end\nhint: only one XML document is read from a file"},
	{name: "an entity", files: files{"x.xml": "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>\n<opsa-mef><label>&a;</label></opsa-mef>"}, want: `failed: x.xml:2:21: is not XML: invalid character entity &a;`},
	{name: "syntax", files: tree("<and></or>"), want: `failed: x.xml:2:11: is not XML: element <and> closed by </or>`},
	{name: "too deep", files: tree(strings.Repeat("<define-component name=\"c\">", 200)), want: `failed: x.xml:2:2647: the XML is nested more than 100 deep`},
	{
		name: "an element without an end", files: tree("<define-gate name=\"g\">" + strings.Repeat("<x/>", 5000)), opts: loaders.Options{Limits: loaders.Limits{Record: 999}},
		want: `failed: x.xml:2:4058: what follows is a single element of more than 999 bytes`,
	},
	{name: "not coherent", files: tree(`<define-gate name="g"><and><not><event name="a"/></not><nor><xor/></nor></and></define-gate>
<define-gate name="h"><cardinality min="1" max="2"><basic-event name="a"/></cardinality></define-gate>
<define-substitution name="s"/>
<define-basic-event name="a"/>`), want: `x.xml: error: no gate depends on an event [no-gate]
x.xml:2:28: error: <not> is not read: only and, or and atleast are, in which more failures never mend anything [not-coherent]
x.xml:2:56: error: <nor> is not read: only and, or and atleast are, in which more failures never mend anything [not-coherent]
x.xml:2:61: error: <xor> is not read: only and, or and atleast are, in which more failures never mend anything [not-coherent]
x.xml:3:23: error: <cardinality> is not read: only and, or and atleast are, in which more failures never mend anything [not-coherent]
x.xml:4:1: error: <define-substitution> is not read, and it changes what fails [not-coherent]`},
	{name: "formulas", files: tree(`<define-gate name="g"><atleast min="3"><event name="a"/><event name="b"/></atleast></define-gate>
<define-gate name="h"><atleast><event name="a"/></atleast></define-gate>
<define-gate name="i"/>
<define-gate name="j"><and/></define-gate>
<define-gate name="k"><event/><event name="a"/></define-gate>
<define-gate name="l"><maybe/></define-gate>
<define-gate name="m"><or><event name="a"/><constant value="maybe"/></or></define-gate>
<define-house-event name="n"><float value="1"/></define-house-event>
<define-basic-event name="a"/>`), want: `x.xml:2:23: error: <atleast> asks for min="3" of its inputs, which is no whole number from 1 to 2 [atleast]
x.xml:3:23: error: <atleast> asks for min="" of its inputs, which is no whole number from 1 to 1 [atleast]
x.xml:4:1: error: gate "i" has no formula [no-formula]
x.xml:5:23: error: <and> has no inputs [no-formula]
x.xml:6:31: error: gate "k" has more than one value [second-value]
x.xml:7:23: error: <maybe> is no formula [unknown-formula]
x.xml:8:44: error: <constant> is neither <constant value="true"/> nor <constant value="false"/> [true-or-false]
x.xml:9:1: warning: house event "n" happens whatever fails, and is left out [always-true]
x.xml:9:30: error: <float> is neither <constant value="true"/> nor <constant value="false"/> [true-or-false]`},
	{name: "names", files: tree(`<define-gate><event name="a"/></define-gate>
<define-gate name="a.b"><event name="a"/></define-gate>
<define-gate name="g" role="secret"><or><gate name="a"/><event name="aa"/><house-event name="T.none"/><house-event name="T.a"/><event/></or></define-gate>
<define-basic-event name="a"/><define-gate name="ok"><basic-event name="T.a"/></define-gate>
<define-component name="c"><define-basic-event name="a" role="private"/><define-house-event name="g"/></define-component>`), want: `x.xml:2:1: error: <define-gate> has no name [empty-id]
x.xml:3:1: error: name "a.b" holds a full stop [full-stop]
x.xml:4:1: error: role "secret" is neither public nor private [role]
x.xml:4:41: error: "a" is a basic event (at x.xml:5:1) and no gate [wrong-kind]
x.xml:4:57: error: event "aa" is not defined (did you mean "a"?) [undefined]
x.xml:4:75: error: house event "T.none" is not defined [undefined]
x.xml:4:103: error: "T.a" is a basic event (at x.xml:5:1) and no house event [wrong-kind]
x.xml:4:128: error: <event> has no name [empty-id]
x.xml:6:73: error: "g" is already defined (at x.xml:4:1) [duplicate-event]`},
	{name: "probabilities and more", files: tree(`<define-gate name="g"><or><event name="a"/><event name="b"/><event name="c"/></or></define-gate>
<define-basic-event name="a"><label>A</label><attributes><attribute name="name" value="x"/><attribute/></attributes><float value="1.5"/></define-basic-event>
<define-basic-event name="b"><exponential><parameter name="l"/><system-mission-time/></exponential></define-basic-event>
<define-basic-event name="c"><float value="often"/></define-basic-event>
<define-CCF-group name="G"><members><basic-event name="d"/></members><distribution><float value="2"/></distribution></define-CCF-group>
<define-event-tree name="E"/>`), want: `x.xml:3:58: warning: attribute name is not read: it is said before [not-read]
x.xml:3:92: warning: a key without a name is not read [unnamed-column]
x.xml:3:117: error: p_fail 1.5 is not from 0 to 1, or 0% to 100% [out-of-range]
x.xml:4:30: warning: the probability of "b" is not read: <exponential> is no number [not-read]
x.xml:5:30: error: p_fail "often" is not a number [number]
x.xml:6:1: warning: the common cause of <define-CCF-group> is not read: its members are taken to fail independently [not-read]
x.xml:6:84: error: p_fail 2 is not from 0 to 1, or 0% to 100% [out-of-range]
x.xml:7:1: warning: <define-event-tree> is not read [not-read]`},
	{
		name: "many attributes", files: tree(`<define-basic-event name="a"><attributes><attribute name="x"/><attribute name="y"/><attribute name="z"/></attributes></define-basic-event>
<define-component name="c"><define-gate name="g"><event name="a"/></define-gate></define-component>`), opts: loaders.Options{Limits: loaders.Limits{Columns: 2}},
		want: `x.xml:2:84: error: the rows have more than 2 different keys; this one and further ones are not read [too-many-keys]`,
	},
	{name: "always true", files: tree(`<define-gate name="g"><or><event name="a"/><constant value="true"/></or></define-gate>
<define-basic-event name="a"/>`), want: `x.xml: error: no gate depends on an event [no-gate]
x.xml:2:1: error: top event "g" happens whatever fails [always-true]`},
	{name: "certain parts", files: tree(`<define-gate name="g"><or><event name="a"/><gate name="h"/></or></define-gate>
<define-gate name="h"><or><house-event name="on"/><event name="a"/></or></define-gate>
<define-gate name="top"><and><event name="a"/><gate name="g"/></and></define-gate>
<define-house-event name="on"><constant value="true"/></define-house-event>
<define-basic-event name="a"/>`), want: `x.xml:2:1: warning: gate "g" happens whatever fails, and is left out [always-true]
x.xml:3:1: warning: gate "h" happens whatever fails, and is left out [always-true]
x.xml:5:1: warning: house event "on" happens whatever fails, and is left out [always-true]`},
	{name: "a loop", files: tree(`<define-gate name="g"><or><gate name="h"/><event name="a"/></or></define-gate>
<define-gate name="h"><and><gate name="g"/><gate name="i"/></and></define-gate>
<define-gate name="i"><gate name="h"/></define-gate>
<define-gate name="top"><gate name="g"/></define-gate>
<define-basic-event name="a"/>`), want: `x.xml:2:1: warning: gates depend on each other: "g", "h", "i"; what fails for no other reason does not fail [gate-loop]`},
}

func TestBadTrees(t *testing.T) { testBad(t, badTrees) }
