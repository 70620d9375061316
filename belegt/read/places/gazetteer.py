import sys
sys.path.insert(0, "/tmp/pl")
import gaz as _g
from belegt.place.place import Place
_C = {}
AMB=set("bei male mund koma guru not gay due time tat bord raum wetter welle besitz höhe jackson warrington ufer bach von dort roma of man august grund alan clayton".split())
def known(name):
    if name in _C: return _C[name]
    r = _g.rec(name)
    k = None
    if r and len(name)>2 or name in ("US","EU"): k = Place(r[1],0.,0.,r[3],r[2],"",r[0],name.lower() in AMB)
    _C[name] = k
    return k
