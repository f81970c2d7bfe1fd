package sections

import (
	"sync"
	"unsafe"
)

// Space is where arrays lie whose memory the system may put away: in mapped files of a
// folder, which have no names and are gone with the program. So a network may be larger than
// the memory. It serves several goroutines, each with lists of its own. Nil is no space: lists lie where Go has them,
// as they do when there is no room in the folder.
type Space struct {
	folder string
	least  int // bytes

	locked sync.Mutex
	rooms  map[unsafe.Pointer]*room // by the list that lies there
}

// room is memory in a file, mapped as far as it may ever grow: the list in it never moves.
type room struct {
	data []byte
	size int // bytes that the file has
	file growing
}

// NewSpace is a space in a folder for lists of so many bytes or more.
func NewSpace(folder string, least int) *Space {
	return &Space{folder: folder, least: least, rooms: map[unsafe.Pointer]*room{}}
}

// Make is a list of n zeros.
func Make[T any](s *Space, n int) []T {
	if r := s.room(n * sizeOf[T]()); r != nil {
		return listIn[T](r)[:n]
	}
	return make([]T, n)
}

// Roomy is a list that can grow by an eighth, and by 2^17 at least, before it must move: the
// same one, or its copy in the space.
func Roomy[T any](s *Space, list []T) []T {
	if s == nil || len(list)*sizeOf[T]() < s.least {
		return list
	}
	bytes := (len(list) + max(len(list)/8, 1<<17)) * sizeOf[T]()
	r := s.roomOf(pointer(list))
	if r == nil {
		if r = s.room(bytes); r == nil {
			return list
		}
		copy(r.data, raw(list))
	}
	if r.size < bytes && !r.grow(bytes) {
		return list
	}
	return listIn[T](r)[:len(list)]
}

// Drop gives back what a list takes in the space. Nobody may look at it again.
func Drop[T any](s *Space, list []T) {
	if s == nil {
		return
	}
	if r := s.roomOf(pointer(list)); r != nil {
		s.locked.Lock()
		defer s.locked.Unlock()
		delete(s.rooms, pointer(list))
		r.file.drop(r.data)
	}
}

func (s *Space) roomOf(list unsafe.Pointer) *room {
	s.locked.Lock()
	defer s.locked.Unlock()
	return s.rooms[list]
}

// room makes one; nil for a list that is too small, or if there is none.
func (s *Space) room(bytes int) *room {
	if s == nil || bytes < s.least {
		return nil
	}
	file, data, err := newGrowing(s.folder)
	if err != nil {
		return nil
	}
	r := &room{data: data, file: file}
	if !r.grow(bytes) {
		file.drop(data)
		return nil
	}
	s.locked.Lock()
	defer s.locked.Unlock()
	s.rooms[pointer(data)] = r
	return r
}

// grow gives the file so many bytes, and a quarter more so that it is not asked too often.
func (r *room) grow(bytes int) bool {
	bytes += bytes / 4
	if bytes > len(r.data) || r.file.grow(bytes) != nil {
		return false
	}
	r.size = bytes
	return true
}

func listIn[T any](r *room) []T {
	return unsafe.Slice((*T)(pointer(r.data)), r.size/sizeOf[T]())
}

func pointer[T any](list []T) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(list)) }

func sizeOf[T any]() int { return int(unsafe.Sizeof(*new(T))) }
